// Numbers for the names of a graph's objects, and text as a file: what Graphviz lets its caller
// provide when it reads a graph.

#ifndef CGRAPHVIZ_NAMES_H
#define CGRAPHVIZ_NAMES_H

#include <cgraph.h>
#include <stdlib.h>
#include <string.h>

/// The names of one graph: name number n has the id 2 n + 2, what has no name odd ids.
///
/// The names are strings of the graph, as Graphviz looks for a mark before their first letter, and
/// live as long as it.
struct CGraphvizNames {
  Agraph_t *graph;
  char **names;
  size_t count;
  size_t capacity;
  /// Name numbers + 1 by hash, 0 where free; twice as many as names or more.
  size_t *slots;
  size_t slotCount;
  IDTYPE nextAnonymous;
};

static inline size_t CGraphvizNamesHash(const char *name) {
  size_t hash = 1469598103934665603u;
  for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 1099511628211u;
  return hash;
}

static inline size_t *CGraphvizNamesSlot(struct CGraphvizNames *all, const char *name) {
  size_t place = CGraphvizNamesHash(name) % all->slotCount;
  while (all->slots[place] && strcmp(all->names[all->slots[place] - 1], name))
    place = (place + 1) % all->slotCount;
  return &all->slots[place];
}

/// Makes room for one more name; 0 where there is no memory.
static inline int CGraphvizNamesGrow(struct CGraphvizNames *all) {
  if (all->count < all->capacity) return 1;
  size_t capacity = all->capacity ? 2 * all->capacity : 64;
  char **names = (char **)realloc(all->names, capacity * sizeof *names);
  if (!names) return 0;
  all->names = names;
  size_t *slots = (size_t *)calloc(2 * capacity, sizeof *slots);
  if (!slots) return 0;
  free(all->slots);
  all->slots = slots;
  all->capacity = capacity;
  all->slotCount = 2 * capacity;
  for (size_t number = 0; number < all->count; number++)
    *CGraphvizNamesSlot(all, names[number]) = number + 1;
  return 1;
}

static void *CGraphvizNamesOpen(Agraph_t *graph, Agdisc_t *services) {
  (void)services;
  struct CGraphvizNames *all = (struct CGraphvizNames *)calloc(1, sizeof *all);
  if (!all) return NULL;
  all->graph = graph;
  all->nextAnonymous = 1;
  return all;
}

static long CGraphvizNamesMap(
    void *state, int kind, char *name, IDTYPE *id, int creates) {
  (void)kind;
  struct CGraphvizNames *all = (struct CGraphvizNames *)state;
  if (!all) return 0;
  if (!name) {
    *id = all->nextAnonymous;
    all->nextAnonymous += 2;
    return 1;
  }
  size_t found = all->slotCount ? *CGraphvizNamesSlot(all, name) : 0;
  if (!found) {
    if (!creates || !CGraphvizNamesGrow(all)) return 0;
    char *copy = agstrdup(all->graph, name);
    if (!copy) return 0;
    all->names[all->count] = copy;
    found = ++all->count;
    *CGraphvizNamesSlot(all, copy) = found;
  }
  *id = 2 * (IDTYPE)found;
  return 1;
}

static long CGraphvizNamesAlloc(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return 0;
}

/// Names live as long as their graph.
static void CGraphvizNamesFree(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
}

static char *CGraphvizNamesPrint(void *state, int kind, IDTYPE id) {
  (void)kind;
  struct CGraphvizNames *all = (struct CGraphvizNames *)state;
  size_t number = (size_t)(id / 2);
  return id % 2 == 0 && number >= 1 && number <= all->count ? all->names[number - 1] : NULL;
}

static void CGraphvizNamesClose(void *state) {
  struct CGraphvizNames *all = (struct CGraphvizNames *)state;
  if (!all) return;
  free(all->names);
  free(all->slots);
  free(all);
}

static void CGraphvizNamesRegister(void *state, int kind, void *object) {
  (void)state;
  (void)kind;
  (void)object;
}

/// Text that is read as a file.
struct CGraphvizText {
  const char *rest;
};

/// Hands out a line at a time, as the scanner counts lines by them.
static int CGraphvizTextRead(void *channel, char *buffer, int size) {
  struct CGraphvizText *text = (struct CGraphvizText *)channel;
  int count = 0;
  while (count < size && text->rest[count]) {
    buffer[count] = text->rest[count];
    if (buffer[count++] == '\n') break;
  }
  text->rest += count;
  return count;
}

#endif
