// A deferred call can read and change the function's result when the result has
// a name. Here it releases what the function has made when the function fails,
// whichever way it fails.
//
//   deferc -O2 examples/result.c -o result && ./result

#include <defer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
  char *data;
  size_t size;
};

static void append(struct text *to, const char *piece) {
  size_t size = strlen(piece);
  if (size == 0)
    panic("empty piece");
  to->data = realloc(to->data, to->size + size + 1);
  memcpy(to->data + to->size, piece, size + 1);
  to->size += size;
}

// Returns null when a piece cannot be used; nothing is leaked then.
static struct text *join(const char *const *pieces) {
  defer_result struct text *result = NULL;
  struct text *made = calloc(1, sizeof *made);
  defer {
    defer_recovered problem = recover();
    if (problem.kind != DEFER_NONE)
      printf("join: %s\n", defer_text(&problem));
    if (!result) {
      free(made->data);
      free(made);
    }
  }
  for (; *pieces; pieces++) {
    if (strlen(*pieces) > 10)
      return NULL;
    append(made, *pieces);
  }
  return made;
}

int main(void) {
  const char *inputs[][3] = {
      {"defer", "red"}, {"a piece that is too long"}, {"x", ""}};
  for (int i = 0; i < 3; i++) {
    struct text *joined = join(inputs[i]);
    printf("%s\n", joined ? joined->data : "nothing");
    if (joined) {
      free(joined->data);
      free(joined);
    }
  }
  return 0;
}
