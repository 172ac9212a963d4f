"""The repository of the router as a git fast-import stream and as a bundle, and the commit ids of both."""

import hashlib
import struct
import zlib
from datetime import datetime, timedelta, timezone

from .history import COMMITS


class Objects:
    """The git objects met so far, in the order of their making."""

    def __init__(self):
        self._contents = {}

    def add(self, kind, content):
        """Keeps the object and gives its id."""
        identifier = hashlib.sha1(f"{kind} {len(content)}\0".encode() + content).hexdigest()
        self._contents.setdefault(identifier, (kind, content))
        return identifier

    def bundle(self, head):
        """A bundle (gitformat-bundle, version 2) whose main is `head`, with all objects whole in its pack."""
        pack = b"PACK" + struct.pack(">II", 2, len(self._contents))
        for kind, content in self._contents.values():
            pack += pack_header({"commit": 1, "tree": 2, "blob": 3}[kind], len(content)) + stored(content)
        pack += hashlib.sha1(pack).digest()
        return f"# v2 git bundle\n{head} refs/heads/main\n{head} HEAD\n\n".encode() + pack


def pack_header(kind, size):
    """Type and size of an entry (gitformat-pack): four bits of size, then seven a byte, lowest first."""
    byte, size = (kind << 4) | (size & 15), size >> 4
    head = bytearray()
    while size:
        head.append(byte | 0x80)
        byte, size = size & 0x7F, size >> 7
    head.append(byte)
    return bytes(head)


def stored(content):
    """A zlib stream without compression (RFC 1950, RFC 1951 section 3.2.4): the same bytes from every zlib."""
    blocks = [content[start:start + 65_535] for start in range(0, len(content), 65_535)] or [b""]
    stream = b"\x78\x01"
    for number, block in enumerate(blocks, start=1):
        stream += struct.pack("<BHH", number == len(blocks), len(block), len(block) ^ 0xFFFF) + block
    return stream + struct.pack(">I", zlib.adler32(content))


def add_tree(objects, files):
    """Adds the tree of `files`, a dictionary from path to bytes, and gives its id."""
    entries, folders = [], {}
    for path, content in files.items():
        name, _, rest = path.partition("/")
        if rest:
            folders.setdefault(name, {})[rest] = content
        else:
            mode = b"100755" if name.endswith(".sh") else b"100644"
            entries.append((name.encode(), mode, objects.add("blob", content)))
    for name, inside in folders.items():
        entries.append((name.encode(), b"40000", add_tree(objects, inside)))
    # git orders a folder as if its name ended in a slash
    entries.sort(key=lambda entry: entry[0] + (b"/" if entry[1] == b"40000" else b""))
    return objects.add("tree", b"".join(mode + b" " + name + b"\0" + bytes.fromhex(i) for name, mode, i in entries))


def build():
    """The stream, the bundle, and the id of each commit by its key."""
    objects, stream, ids, files, parent = Objects(), [b"feature done\n"], {}, {}, None
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
        head = f"tree {add_tree(objects, files)}\n" + (f"parent {parent}\n" if parent else "")
        parent = objects.add("commit", f"{head}author {person}\ncommitter {person}\n\n".encode() + message)
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
    return b"".join(stream), objects.bundle(parent), ids


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
