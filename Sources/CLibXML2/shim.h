// Where libxml2 was built with ICU, its headers bring in ICU's own, which are not those that Foundation is built with.
// No structure that hangs on it is used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
