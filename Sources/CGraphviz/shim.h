// What Swift cannot import of Graphviz, or what differs between its versions.

#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

#include <dlfcn.h>
#include <gvc.h>
#include <stddef.h>

#include "names.h"

/// Sets a graph attribute, whose parameters are not `const` although they are copied.
static inline void CGraphvizSetGraphAttribute(
    Agraph_t *graph, const char *name, const char *value) {
  agattr(graph, AGRAPH, (char *)name, (char *)value);
}

/// Starts counting lines anew: the scanner goes on from where the last graph ended.
static inline void CGraphvizResetScanner(void) {
  agsetfile(NULL);
  agreadline(1);
}

/// Reads a graph whose objects are numbered in the order of their names' first mention.
///
/// Graphviz's own numbers are the names' addresses in memory, by which it sorts clusters: the same
/// graph is then drawn differently from run to run. Without a text it is what the scanner
/// still holds. Where `rest` is given, it gets the lines that were not looked at.
static inline Agraph_t *CGraphvizRead(const char *text, const char **rest) {
  static Agiddisc_t ids = {
      CGraphvizNamesOpen, CGraphvizNamesMap, CGraphvizNamesAlloc, CGraphvizNamesFree,
      CGraphvizNamesPrint, CGraphvizNamesClose, CGraphvizNamesRegister};
  static Agiodisc_t files = {CGraphvizTextRead, NULL, NULL};
  Agdisc_t services = {NULL, &ids, &files};
  struct CGraphvizText channel = {text ? text : ""};
  Agraph_t *graph = agread(&channel, &services);
  if (rest) *rest = channel.rest;
  return graph;
}

/// The ends of an edge, and its place among all of the text, which are macros.
static inline Agnode_t *CGraphvizTail(Agedge_t *edge) { return agtail(edge); }
static inline Agnode_t *CGraphvizHead(Agedge_t *edge) { return aghead(edge); }
static inline unsigned long long CGraphvizSequence(Agedge_t *edge) { return AGSEQ(edge); }

/// Whether the value of an attribute is markup and no text, as of `label=<…>`.
static inline int CGraphvizIsMarkup(char *value) { return aghtmlstr(value); }

/// Renders a layout into memory. The length is an `unsigned` up to Graphviz 12 and a `size_t`
/// since; zeroed and little-endian, it reads the same as either.
static inline int CGraphvizRender(
    GVC_t *context, Agraph_t *graph, const char *format, char **data, size_t *length) {
  *length = 0;
  return gvRenderData(context, graph, format, data, (void *)length);
}

/// How many installed fonts have the letters of a language: negative where fontconfig cannot
/// be asked. Fontconfig is a dependency of Pango, which Graphviz measures text with, but its
/// headers are not, so its library is opened by name.
static inline int CGraphvizFontCount(const char *pattern) {
  struct FontSet { int count; int capacity; void **fonts; };
  void *library = dlopen("libfontconfig.so.1", RTLD_LAZY);
  if (!library) library = dlopen("libfontconfig.1.dylib", RTLD_LAZY);
  if (!library) return -1;
  void *(*parse)(const char *) = (void *(*)(const char *))dlsym(library, "FcNameParse");
  void *(*newObjects)(void) = (void *(*)(void))dlsym(library, "FcObjectSetCreate");
  struct FontSet *(*list)(void *, void *, void *) =
      (struct FontSet *(*)(void *, void *, void *))dlsym(library, "FcFontList");
  void (*freeSet)(void *) = (void (*)(void *))dlsym(library, "FcFontSetDestroy");
  void (*freeObjects)(void *) = (void (*)(void *))dlsym(library, "FcObjectSetDestroy");
  void (*freePattern)(void *) = (void (*)(void *))dlsym(library, "FcPatternDestroy");
  if (!parse || !newObjects || !list || !freeSet || !freeObjects || !freePattern) return -1;
  void *query = parse(pattern);
  void *objects = newObjects();
  struct FontSet *found = query && objects ? list(NULL, query, objects) : NULL;
  int count = found ? found->count : -1;
  if (found) freeSet(found);
  if (objects) freeObjects(objects);
  if (query) freePattern(query);
  return count;
}

#endif
