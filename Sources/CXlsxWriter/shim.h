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

/// Sets a note beside a cell, wide enough for a sentence, that shows when the mouse is there.
static inline lxw_error CXlsxWriterNote(
    lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, const char *text) {
  lxw_comment_options options;
  memset(&options, 0, sizeof options);
  options.visible = LXW_COMMENT_DISPLAY_HIDDEN;
  options.width = 320;
  options.height = 120;
  options.author = "";
  return worksheet_write_comment_opt(worksheet, row, column, text, &options);
}

/// Lets cells offer what a list says: words in quotation marks, or a range of cells. Others pass after
/// a question, since words in another language and links of other chains are right, too.
static inline lxw_error CXlsxWriterChoices(
    lxw_worksheet *worksheet, lxw_row_t firstRow, lxw_col_t firstColumn, lxw_row_t lastRow,
    lxw_col_t lastColumn, const char *list) {
  lxw_data_validation validation;
  memset(&validation, 0, sizeof validation);
  validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  validation.value_formula = (char *)list;
  validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  validation.ignore_blank = LXW_VALIDATION_ON;
  validation.dropdown = LXW_VALIDATION_ON;
  return worksheet_data_validation_range(
      worksheet, firstRow, firstColumn, lastRow, lastColumn, &validation);
}

#endif
