/*===- g.h - A g for each fiber -----------------------------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* A g holds the deferred calls and panics of one stack. Each thread has one; *|
|* a program that switches stacks itself makes one for each fiber and sets it *|
|* where it switches:                                                         *|
|*                                                                            *|
|*   deferc_g *mine = deferc_g_set(fiber_g);                                  *|
|*   swapcontext(&here, &fiber);                                              *|
|*   deferc_g_set(mine);                                                      *|
|*                                                                            *|
|* The bottom of a fiber's stack must end the unwinder's walk (makecontext's  *|
|* does), and a fiber that calls goexit() must not be on a thread that others *|
|* need: it ends the thread.                                                  *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_G_H
#define DEFERC_G_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct deferc_g deferc_g;

/* A g for a new stack. Out of memory is a fatal error. */
deferc_g *deferc_g_new(void);
/* The g of the running thread or fiber. */
deferc_g *deferc_g_current(void);
/* Makes it the running one; returns the one before. */
deferc_g *deferc_g_set(deferc_g *__g);
/* Frees a g that deferc_g_new made and that is not running. Deferred calls that
   it still holds are dropped, not run. */
void deferc_g_free(deferc_g *__g);

/* Where heap records and the boxes of loop variables come from; malloc unless
   set. For a garbage collector: memory that it scans and does not collect.
   Allocate returns null when there is none left; neither may panic or throw. To
   be set before anything is deferred. */
typedef struct deferc_allocator {
  void *(*allocate)(size_t __size, size_t __align);
  void (*release)(void *__memory, size_t __size);
} deferc_allocator;
void deferc_set_allocator(const deferc_allocator *__allocator);

#ifdef __cplusplus
}
#endif

#endif /* DEFERC_G_H */
