//===- flushstdout.cpp - What a crashing program has printed --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a program has printed to stdout should stand in front of the report of
/// its crash. But a report must not wait for who reads stdout: a pipe may be
/// full and its reader asleep. So stdout is flushed before the report only when
/// the write cannot wait, and else after it.
///
//===----------------------------------------------------------------------===//

#include "report/ReportParts.h"

#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

namespace deferc {
namespace {

/// A flush has begun. The watchdog may have interrupted it, so no other one may
/// begin.
bool Begun;

/// Whether the file is an empty pipe that takes so many bytes at once. The room
/// in a pipe that is not empty is not known, since each short write may use up
/// a whole page.
bool isEmptyPipe(int FD, size_t Bytes) {
  int Unread = 0, Capacity = fcntl(FD, F_GETPIPE_SZ);
  return Capacity > 0 && Bytes <= size_t(Capacity) &&
         ioctl(FD, FIONREAD, &Unread) == 0 && Unread == 0;
}

bool canWriteNow(int FD, size_t Bytes) {
  struct stat Status;
  if (fstat(FD, &Status) != 0 || S_ISREG(Status.st_mode))
    return true; // A write that fails does not wait.
  pollfd Ready = {FD, POLLOUT, 0};
  if (poll(&Ready, 1, 0) != 1 || !(Ready.revents & (POLLOUT | POLLERR)))
    return false;
  // A pipe that is ready takes PIPE_BUF bytes (POSIX).
  return Bytes <= PIPE_BUF || isEmptyPipe(FD, Bytes);
}

void flush(bool MayWait) {
  if (Begun || !stdout || ftrylockfile(stdout) != 0)
    return;
  if (MayWait || canWriteNow(fileno_unlocked(stdout), __fpending(stdout))) {
    Begun = true;
    fflush_unlocked(stdout);
  }
  funlockfile(stdout);
}

} // namespace

void flushStdout() noexcept { flush(/*MayWait=*/false); }

void flushStdoutLast() noexcept { flush(/*MayWait=*/true); }

void forgetFlush() noexcept { Begun = false; }

} // namespace deferc
