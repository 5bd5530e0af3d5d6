/*===- abi.h - What programs and the runtime share ----------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* The layout of a panic value, and the functions of the runtime that the     *|
|* words of <defer.h> call. Programs include <defer.h>. The runtime includes  *|
|* this header, since it has no C++ library. docs/RuntimeABI.md, section 8.   *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_ABI_H
#define DEFERC_ABI_H

#ifndef __cplusplus
#include <stdbool.h>
#endif
#include <stddef.h>
#include <stdint.h>

/* Calls that panic are not merged, so that each has its line in a trace. */
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

/* The kinds of a recovered value, and the member that holds each in C. */
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

/* The header of a panic value. All who hold the value share it. */
struct __deferc_value {
  unsigned refs;    /* atomic */
  int kind;         /* DEFER_* */
  char code;        /* of PanicTypes.def; 'R' a runtime error; 0: see type */
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
  void (*destroy)(struct __deferc_value *__value);
  /* Returns 0, or 1 when the value's own text function threw. */
  int (*text)(const struct __deferc_value *__value, __deferc_sink __sink,
              void *__context);
  const void *(*exception)(const struct __deferc_value *__value);
  char *cached; /* the text, once it was asked for */
  void *object; /* the C++ object of a runtime error, once it was asked for */
  void (*drop)(void *__object);
};

/* Memory for a value of this size, header included. The header is cleared and
   has one reference. Out of memory is a fatal error. Allocates. */
struct __deferc_value *__deferc_valuenew(size_t __size, size_t __align);
/* Adds a reference. Atomic; does not lock. */
void __deferc_valueretain(struct __deferc_value *__value);
/* Drops a reference; the last one ends and frees the value. */
void __deferc_valuerelease(struct __deferc_value *__value);
/* The text that a crash report prints. Owned by the value; the first call makes
   it, and allocates. Out of memory is a fatal error. */
const char *__deferc_valuetext(struct __deferc_value *__value, size_t *__size);
/* A runtime error whose text is the two texts, which are copied. Allocates. */
struct __deferc_value *__deferc_valueruntime(const char *__prefix,
                                             const char *__text);
/* Gives the value its C++ object, unless it has one. Returns the one it has. */
void *__deferc_valueattach(struct __deferc_value *__value, void *__object,
                           void (*__drop)(void *));

/* Starts panicking. Takes over the caller's reference; null is a nil panic. */
__DEFERC_NORETURN void __deferc_gopanic(struct __deferc_value *__value);
/* Stops the panic that the token stands for and returns its value, borrowed.
   Null when there is no such panic. Does not allocate, lock or unwind. */
struct __deferc_value *__deferc_gorecover(void *__token);

/* Panic as a null pointer that is followed, and a division by zero, do. */
__DEFERC_NORETURN void __deferc_panicmem(void);
__DEFERC_NORETURN void __deferc_panicdivide(void);
/* Panics as Go's type assertion does when it fails: the value, or null, does
   not have the wanted type. That is named as in the header of a value. */
__DEFERC_NORETURN void
__deferc_panicdottype(const struct __deferc_value *__value,
                      const char *__wanted);
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
