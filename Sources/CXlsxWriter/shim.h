// What Swift needs of libxlsxwriter beside its own functions.

#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/// The path by which a file without a name can be opened again, into 32 bytes.
///
/// The library writes to a path. Versions before 1.1.6 know no other way, and a nameless file leaves
/// nothing behind however the process ends.
static inline void CXlsxWriterPath(FILE *file, char *path) {
  snprintf(path, 32, "/dev/fd/%d", fileno(file));
}

/// Titles a workbook and dates it, so that the same content gives the same bytes.
static inline lxw_error CXlsxWriterSetProperties(
    lxw_workbook *workbook, const char *title, long long secondsSince1970) {
  lxw_doc_properties properties;
  memset(&properties, 0, sizeof properties);
  properties.title = (char *)title;
  properties.created = (time_t)secondsSince1970;
  return workbook_set_properties(workbook, &properties);
}

#endif
