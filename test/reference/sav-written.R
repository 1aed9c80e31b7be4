# What haven and PSPP read of files that ejz wrote.
#
# Run in this folder:
#   Rscript sav-written.R                   golden values of test/fixtures/sav-written, beside each file
#   Rscript sav-written.R ORIGINALS COPIES  copies made by sav-copies.mjs against what they are copies of:
#                                           haven must see the same in both, and the same in PSPP's own copy of ours
source("sav-seen.R")

compare <- function(originals, copies) {
  originals <- normalizePath(originals); copies <- normalizePath(copies)
  setwd(tempfile("sav") |> (\(d) { dir.create(d); d })())
  # haven keeps the blanks that PSPP puts after a code, by the width of the variable
  trim <- function(x) { y <- sub(" +$", "", x); names(y) <- names(x); y }
  widths <- function(d) lapply(d, function(x) {
    if (!is.character(x)) { attr(x, "display_width") <- NULL; return(x) }
    list(trim(as.vector(unclass(x))), attr(x, "label", exact = TRUE), trim(attr(x, "labels")), trim(attr(x, "na_values")))
  })
  # haven does not find these out by itself
  encodings <- c("lies-windows-1252.sav" = "UTF-8", "silent-utf-8.sav" = "UTF-8", "encoding-iso-8859-1.sav" = "ISO-8859-1", "lies-utf-8.sav" = "WINDOWS-1252")
  bare <- function(d) lapply(widths(d), function(x) { attr(x, "format.spss") <- NULL; x })
  counts <- c(files = 0, haven = 0, pspp = 0)
  for (name in list.files(copies, "\\.sav$")) {
    before <- tryCatch(read_sav(file.path(originals, name), user_na = TRUE, encoding = if (name %in% names(encodings)) encodings[[name]]), error = function(e) NULL)
    after <- read_sav(file.path(copies, name), user_na = TRUE)
    counts["files"] <- counts["files"] + 1
    same <- if (is.null(before)) "haven cannot read the original" else all.equal(widths(after), widths(before))
    if (isTRUE(same)) counts["haven"] <- counts["haven"] + 1 else cat(name, "haven:", same, "\n")
    unlink("copy.sav")
    said <- pspp(c(sprintf("GET FILE='%s'.", file.path(copies, name)), "SAVE OUTFILE='copy.sav'."))
    said <- grep("warning|error", said, value = TRUE)
    same <- if (file.exists("copy.sav")) tryCatch(all.equal(bare(read_sav("copy.sav", user_na = TRUE)), bare(after)), error = conditionMessage) else "PSPP refuses it"
    if (isTRUE(same) && length(said) == 0) counts["pspp"] <- counts["pspp"] + 1 else cat(name, "PSPP:", said, if (!isTRUE(same)) same, "\n")
  }
  print(counts)
}
args <- commandArgs(TRUE)
if (length(args) == 2) { compare(args[1], args[2]); quit() }

folder <- normalizePath("../fixtures/sav-written")
setwd(tempdir())
for (path in list.files(folder, "\\.sav$", full.names = TRUE))
  writeLines(enc2utf8(seen(read_sav(path, user_na = TRUE), path)), sub("\\.sav$", ".json", path), useBytes = TRUE)
