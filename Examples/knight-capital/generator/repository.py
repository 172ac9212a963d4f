"""The repository of the router as a git fast-import stream, and the commit ids that git will give it."""

import hashlib
from datetime import datetime, timedelta, timezone

from .history import COMMITS


def object_id(kind, content):
    return hashlib.sha1(f"{kind} {len(content)}\0".encode() + content).hexdigest()


def tree_id(files):
    """The id of the tree of `files`, a dictionary from path to bytes."""
    entries, folders = [], {}
    for path, content in files.items():
        name, _, rest = path.partition("/")
        if rest:
            folders.setdefault(name, {})[rest] = content
        else:
            mode = b"100755" if name.endswith(".sh") else b"100644"
            entries.append((name.encode(), mode, object_id("blob", content)))
    for name, inside in folders.items():
        entries.append((name.encode(), b"40000", tree_id(inside)))
    # git orders a folder as if its name ended in a slash
    entries.sort(key=lambda entry: entry[0] + (b"/" if entry[1] == b"40000" else b""))
    return object_id("tree", b"".join(mode + b" " + name + b"\0" + bytes.fromhex(i) for name, mode, i in entries))


def build():
    """The stream, and the id of each commit by its key."""
    stream, ids, files, parent = [b"feature done\n"], {}, {}, None
    for number, commit in enumerate(COMMITS, start=1):
        changed, removed = {}, []
        for path, change in commit["files"].items():
            if change is None:
                removed.append(path)
                del files[path]
                continue
            before = files.get(path, b"").decode()
            content = change if isinstance(change, str) else edited(path, before, change)
            files[path] = changed[path] = content.encode()
        person = f"{commit['by']} <{commit['by'].lower().replace(' ', '-')}@example.com> {stamp(commit['when'])}"
        message = commit["message"].strip().encode() + b"\n"
        head = f"tree {tree_id(files)}\n" + (f"parent {parent}\n" if parent else "")
        parent = object_id("commit", f"{head}author {person}\ncommitter {person}\n\n".encode() + message)
        ids[commit["key"]] = parent
        stream.append(f"commit refs/heads/main\nmark :{number}\nauthor {person}\ncommitter {person}\n".encode())
        stream.append(b"data %d\n%s" % (len(message), message))
        if number > 1:
            stream.append(b"from :%d\n" % (number - 1))
        stream += [b"D %s\n" % path.encode() for path in removed]
        for path, content in changed.items():
            mode = b"100755" if path.endswith(".sh") else b"100644"
            stream.append(b"M %s inline %s\ndata %d\n%s\n" % (mode, path.encode(), len(content), content))
        stream.append(b"\n")
    stream.append(b"done\n")
    return b"".join(stream), ids


def edited(path, text, replacements):
    for old, new in replacements:
        if text.count(old) != 1:
            raise ValueError(f"{path}: '{old}' is there {text.count(old)} times, not once")
        text = text.replace(old, new)
    return text


def stamp(when):
    """Seconds and offset as git writes them, of a clock time in New York."""
    moment = datetime.strptime(when, "%Y-%m-%d %H:%M")
    hours = 4 if (4, 8) <= (moment.month, moment.day) <= (10, 24) else 5
    seconds = moment.replace(tzinfo=timezone(timedelta(hours=-hours))).timestamp()
    return f"{int(seconds)} -0{hours}00"
