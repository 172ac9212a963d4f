#ifndef CSHIPPEDDOCUMENTS_H
#define CSHIPPEDDOCUMENTS_H

#include <stddef.h>

/// A document that is part of the program.
struct shipped_document {
  /// Folder below Documents: "reading", "plans" or "scenarios".
  const char *kind;
  /// Name of the file without ".md".
  const char *name;
  /// UTF-8, not ended by a zero.
  const unsigned char *bytes;
  size_t count;
};

size_t shipped_document_count(void);

/// NULL behind the last one. What it points to lives as long as the program and is never written.
const struct shipped_document *shipped_document_at(size_t index);

#endif
