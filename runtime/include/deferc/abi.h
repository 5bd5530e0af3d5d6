/*===- abi.h - What programs and the runtime share ----------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* The values of panics and the runtime's functions that <defer.h> calls.     *|
|* User code includes <defer.h>; the runtime, which has no C++ library, this. *|
|* docs/RuntimeABI.md describes it.                                           *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_ABI_H
#define DEFERC_ABI_H

#ifndef __cplusplus
#include <stdbool.h>
#endif
#include <stddef.h>
#include <stdint.h>

/* Calls of what panics stay apart, so that each has its own line in a trace. */
#ifdef __clang__
#define __DEFERC_NOMERGE __attribute__((nomerge))
#else
#define __DEFERC_NOMERGE
#endif

#ifdef __cplusplus
#define __DEFERC_NORETURN [[noreturn]] __DEFERC_NOMERGE
extern "C" {
#else
#define __DEFERC_NORETURN _Noreturn __DEFERC_NOMERGE
#endif

/* The kinds of a recovered value. */
enum {
  DEFER_NONE = 0,          /* nothing was recovered */
  DEFER_BOOL = 1,          /* .b */
  DEFER_INT = 2,           /* .i */
  DEFER_UINT = 3,          /* .u */
  DEFER_FLOAT = 4,         /* .f */
  DEFER_STRING = 5,        /* .s */
  DEFER_POINTER = 6,       /* .p */
  DEFER_RUNTIME_ERROR = 7, /* defer_text() */
  DEFER_OTHER = 8,         /* a C++ object, __int128; defer_text() */
  DEFER_COMPLEX = 9        /* .c */
};

/* Takes one piece of a text. */
typedef void (*__deferc_sink)(void *__context, const char *__text,
                              size_t __size);

/* A panic's value, shared by all who hold it. */
struct __deferc_box {
  unsigned refs; /* atomic */
  int kind;      /* DEFER_* */
  char code;     /* the Itanium code of a builtin type; '8', 'u', 'U' char8_t,
                    char16_t, char32_t; 'F', 'D', 'E' complex of 'f', 'd',
                    'e'; 'S' const char *, 'P' void *,
                    'R' runtime error; 0: only `type` tells */
  const void *type; /* const std::type_info *, or null */
  const char *name; /* a text that holds "T = the type's name]", or null */
  void *data;       /* the value itself */
  union {
    bool b;
    intmax_t i;
    uintmax_t u;
    double f;
    float f32;
    double c[2]; /* the real and the imaginary part */
    const char *s;
    const void *p;
  } as;
  void (*destroy)(struct __deferc_box *__box);
  /* Returns 0, or 1 when the value's own text function threw. */
  int (*text)(const struct __deferc_box *__box, __deferc_sink __sink,
              void *__context);
  const void *(*exception)(const struct __deferc_box *__box);
  char *cached; /* defer_text()'s copy */
  void *object; /* a C++ object made for a runtime error */
  void (*drop)(void *__object);
};

/* Memory for a box with its header cleared and one reference. Never null. */
struct __deferc_box *__deferc_boxnew(size_t __size, size_t __align);
void __deferc_boxretain(struct __deferc_box *__box);
void __deferc_boxrelease(struct __deferc_box *__box);
/* The text that a crash report prints. Owned by the box. */
const char *__deferc_boxtext(struct __deferc_box *__box, size_t *__size);
/* A runtime error with the text given, which is copied. */
struct __deferc_box *__deferc_boxruntime(const char *__text);
/* Gives the box its C++ object unless it has one; returns the one it has. */
void *__deferc_boxattach(struct __deferc_box *__box, void *__object,
                         void (*__drop)(void *));

/* Starts panicking. Takes over the caller's reference; null is a nil panic. */
__DEFERC_NORETURN void __deferc_gopanic(struct __deferc_box *__box);
/* Stops the panic that the token stands for and returns its value, borrowed. */
struct __deferc_box *__deferc_gorecover(void *__token);

/* Panic as a null pointer that is followed, and a division by zero, do. */
__DEFERC_NORETURN void __deferc_panicmem(void);
__DEFERC_NORETURN void __deferc_panicdivide(void);
/* Reports SIGSEGV, SIGBUS and SIGFPE as Go does, where their disposition is the
   default one: stack overflows and faults that are no panics. Called by a
   constructor of each module that is compiled with -fdefer-fault-panics. */
void __deferc_initsig(void);
/* Panics with a runtime error: "runtime error: " and the text given. */
__DEFERC_NORETURN void deferc_runtime_panic(const char *__text);

/* Runs the thread's deferred calls, then ends the thread. */
__DEFERC_NORETURN void deferc_goexit(void);
/* Panics with a string made by printf's rules. */
__DEFERC_NORETURN __attribute__((format(printf, 1, 2))) void
deferc_panicf(const char *__format, ...);

#ifdef __cplusplus
} // extern "C"
#endif

#endif /* DEFERC_ABI_H */
