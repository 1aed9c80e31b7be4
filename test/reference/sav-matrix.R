# Makes the .sav files of test/fixtures/sav-matrix, and beside each what haven and PSPP read of it.
#
#   Rscript sav-matrix.R        (in this folder; needs R with haven, hms, jsonlite, PSPP and python3)
#
# All invented. haven and PSPP write what they can; sav-rewrite.py brings the rest about: the other byte order,
# another bias, codes that mean nothing, blocks of a few bytes, a file that lies about its encoding.
# Every rewritten file is read by haven and compared with what it was made of, and by PSPP, whose own copy of it is
# read by haven and compared again. Where haven is known to be wrong, `truth` says what is right and why.
# Values, labels, missing codes and print formats are haven's; measure, role, width and alignment PSPP's.
source("sav-seen.R")
out <- normalizePath("../fixtures/sav-matrix")
unlink(list.files(out, full.names = TRUE))
rewrite_py <- normalizePath("sav-rewrite.py")
scratch <- tempfile("sav"); dir.create(scratch); setwd(scratch)

# ---- one fixture ----
count <- 0
put <- function(name, path, truth = NULL, encoding = "utf-8", by_pspp = path, zip = FALSE, made_of = NULL, pspp_agrees = TRUE) {
  data <- if (is.null(truth)) read_sav(path, user_na = TRUE) else truth
  if (!is.null(made_of)) stopifnot(isTRUE(all.equal(data, made_of)))
  if (!is.null(by_pspp) && pspp_agrees) same_for_pspp(by_pspp, data)
  json <- seen(data, by_pspp, encoding)
  target <- file.path(out, paste0(name, ".sav"))
  save <- function(bytes, to) if (zip) { con <- gzfile(paste0(to, ".gz"), "wb", compression = 9); writeBin(bytes, con); close(con) } else writeBin(bytes, to)
  bytes <- readBin(path, "raw", file.size(path))
  bytes[93:109] <- charToRaw("05 Jan 2612:00:00") # the clock does not change the bytes
  save(bytes, target)
  save(charToRaw(enc2utf8(paste0(json, "\n"))), sub("\\.sav$", ".json", target))
  count <<- count + 1
}
# PSPP reads the file and writes its own; haven must see the same numbers, texts, labels and missing codes in it.
same_for_pspp <- function(path, data) {
  unlink("copy.sav")
  pspp(c(sprintf("GET FILE='%s'.", path), "SAVE OUTFILE='copy.sav'."))
  copy <- read_sav("copy.sav", user_na = TRUE)
  plain <- function(d) lapply(d, function(x) { attr(x, "display_width") <- NULL; attr(x, "format.spss") <- NULL; if (is.character(x)) x[] <- trimmed(x); x })
  same <- all.equal(plain(copy), plain(data))
  if (!isTRUE(same)) stop(path, ": PSPP reads it differently: ", paste(same, collapse = "; "))
}
rewrite <- function(from, to, ...) {
  stopifnot(system2("python3", c(rewrite_py, from, to, ...)) == 0)
  invisible(to)
}
hex <- function(text, encoding = "UTF-8") paste(iconv(text, "UTF-8", encoding, toRaw = TRUE)[[1]], collapse = "")

# ---- made with haven ----
compressions <- c("none", "byte", "zsav")
texts <- function(width) {
  full <- paste(rep(c(letters, LETTERS, 0:9), length.out = width), collapse = "")
  middle <- ceiling(width / 2)
  c(full, "", substr(full, 1, middle), substr(paste0(strrep(" ", middle), "x"), 1, max(1, middle + 1)))
}
widths <- c(1, 7, 8, 9, 16, 17, 252, 253, 254, 255, 256, 257, 300, 504, 505, 510, 511, 756, 2000)
strings <- as.data.frame(setNames(lapply(widths, texts), paste0("breedte_", widths)))
strings$breedte_1 <- c("a", "", "z", "1")
strings$rest <- c(1, 2, NA, 4)
missing <- local({
  number <- function(...) labelled_spss(c(1, 2, 8, 9, -1, NA), ...)
  text <- function(...) labelled_spss(c("a", "b", "x", "y", "", "z"), ...)
  data.frame(
    geen = c(1, 2, 8, 9, -1, NA), een = number(na_values = 9), twee = number(na_values = c(8, 9)),
    drie = number(na_values = c(-1, 8.5, 9)), bereik = number(na_range = c(8, 99)),
    bereik_en_een = number(na_range = c(8, 9), na_values = -1), laagste = number(na_range = c(-Inf, -1)),
    hoogste = number(na_range = c(9, Inf)), laagste_en_een = number(na_range = c(-Inf, 0), na_values = 9),
    alles = number(na_range = c(-Inf, Inf)),
    t_een = text(na_values = "x"), t_drie = text(na_values = c("x", "y", "z"))
  )
})
long <- c("een heel lang antwoord", "weet niet", "weigert", "nvt", "", "nog een antwoord")
long_missing <- data.frame(
  een = labelled_spss(long, na_values = "nvt"),
  drie = labelled_spss(long, c(`Geen antwoord` = "weigert", `Wél een antwoord – €` = "een heel lang antwoord"), na_values = c("nvt", "weigert", "weet nie")),
  heel_lang = labelled_spss(c(strrep("é", 200), long[-1]), na_values = c("nvt", "weigert"), label = "Heel lang"))
moments <- data.frame(
  dag = as.Date(c("2022-09-01", "1582-10-15", "1582-10-13", "9999-12-31", NA)),
  moment = as.POSIXct(c("2022-09-01 08:09:10", "1970-01-01 00:00:00", "1899-12-31 23:59:59.5", "2024-02-29 12:00:00", NA), tz = "UTC"),
  duur = hms::hms(seconds = c(0, 86399, 360000, -1.5, NA)),
  amerikaans = structure(as.Date(c("2022-09-01", "2000-01-01", "1950-06-30", "2038-01-19", NA)), format.spss = "ADATE10"),
  europees = structure(as.Date(c("2022-09-01", "2000-01-01", "1950-06-30", "2038-01-19", NA)), format.spss = "EDATE10"),
  gesorteerd = structure(as.Date(c("2022-09-01", "2000-01-01", "1950-06-30", "2038-01-19", NA)), format.spss = "SDATE10"))
numbers <- data.frame(
  waarde = c(0, 1, -1, 151, 152, -99, -100, 0.1, 1e15, 2^53, 1e308, -1e308, 5e-324, 2.2250738585072014e-308, 1 / 3, -0.5, NA, 251, 100.5, 3),
  geheel = structure(c(1:19, NA), format.spss = "F8.0"), leeg = rep(NA_real_, 20), tekst = rep(c("", "a"), 10))
labels_ <- local({
  d <- data.frame(a = c(1, 2, 3), b = c("x", "y", "z"), c = c("een lange tekst", "nog een lange tekst", ""), d = c(-1.5, 0, NA))
  long <- function(n) paste(rep(c("lang etiket ", "– € "), length.out = n), collapse = "")
  d$a <- labelled(d$a, c(een = 1, twee = 2, `ë ï ü` = 3), label = strrep("e", 120))
  d$b <- labelled(d$b, setNames(c("x", "y"), c(strrep("v", 120), "Wél")), label = strrep("f", 255))
  d$c <- labelled(d$c, setNames(c("een lange tekst", "nog een lange tekst"), c(substr(long(30), 1, 60), strrep("q", 120))), label = strrep("g", 256))
  d$d <- labelled(d$d, c(`min anderhalf` = -1.5, nul = 0, `drie komma één` = 3.1), label = "= 1 + \"aanhaling\" 'x' <b>")
  attr(d, "label") <- "Synthetisch: etiketten"
  d
})
names_ <- as.data.frame(as.list(1:9))
names(names_) <- c("é", "@begin", "punt.in.naam", "naam_", strrep("n", 64), strrep("é", 32), "respondentnummer_a", "respondentnummer_b", "RESPONDE")
empty <- data.frame(nr = numeric(0), tekst = character(0), lang = character(0))

# PSPP 1.6 drops labels of long strings that haven rounds up to whole cells, and reads their missing codes in its own form.
pspp_differs <- c("long_missing", "labels")
from_haven <- list(strings = strings, missing = missing, long_missing = long_missing, moments = moments, numbers = numbers, labels = labels_, names = names_, empty = empty)
for (name in names(from_haven)) for (compression in if (name %in% c("strings", "missing", "numbers")) compressions else "byte") {
  path <- sprintf("%s-%s.sav", name, compression)
  write_sav(from_haven[[name]], path, compress = compression)
  put(paste0("haven-", sub("\\.sav", "", path)), path, pspp_agrees = !name %in% pspp_differs)
}
longest <- data.frame(vol = c(strrep("z", 32767), "kort", ""), na = 1:3)
write_sav(longest, "longest.sav", compress = "zsav")
# haven 2.5 loses the last byte of a text of 32,767; PSPP counts them all.
count_z <- pspp(c("GET FILE='longest.sav'.", "COMPUTE n = LENGTH(RTRIM(vol)).", "FORMATS n (F8.0).", "LIST n."))
stopifnot("32767" %in% count_z)
truth <- read_sav("longest.sav", user_na = TRUE); truth$vol[1] <- strrep("z", 32767)
put("haven-longest", "longest.sav", truth, by_pspp = NULL, zip = TRUE)
# Wider than SPSS allows, but haven writes and reads it.
write_sav(data.frame(vol = c(strrep("y", 40000), "kort", ""), na = 1:3), "too-long.sav", compress = "zsav")
put("haven-40000", "too-long.sav", by_pspp = NULL, zip = TRUE)
set.seed(75)
wide <- as.data.frame(setNames(lapply(1:5000, function(i) if (i %% 50 == 0) c("a", "bb", "") else c(i, NA, -i)), paste0("variabele_", 1:5000)))
write_sav(wide, "wide.sav", compress = "zsav")
put("haven-wide", "wide.sav", by_pspp = NULL, zip = TRUE)

# ---- made with PSPP ----
formats <- c("F8.0", "F8.2", "F1.0", "F40.16", "COMMA10.2", "DOT10.2", "DOLLAR12.2", "CCA10.2", "CCB10.2", "CCC10.2", "CCD10.2", "CCE10.2", "PCT8.1", "E12.3", "N5", "Z6.1", "IB4", "PIB3", "P5.1", "PK4", "RB8", "PIBHEX6", "RBHEX16")
calendar <- c("DATE9", "DATE11", "ADATE8", "ADATE10", "EDATE8", "EDATE10", "JDATE5", "JDATE7", "SDATE8", "SDATE10", "QYR6", "QYR8", "MOYR6", "MOYR8", "WKYR8", "WKYR10", "DATETIME17", "DATETIME20", "DATETIME23.2", "YMDHMS16", "YMDHMS22.2", "TIME5", "TIME8", "TIME11.2", "MTIME9.2", "DTIME9", "DTIME14.2", "WKDAY2", "WKDAY9", "MONTH3", "MONTH9")
pspp(c("DATA LIST LIST /nr (F4).", "BEGIN DATA", "1", "2", "3", "END DATA.",
  sprintf("NUMERIC f%d (%s).", seq_along(formats), formats), sprintf("COMPUTE f%d = nr * 1.5 - 2.", seq_along(formats)),
  sprintf("NUMERIC d%d (%s).", seq_along(calendar), calendar), sprintf("COMPUTE d%d = 13881456000 + nr * 86400.5.", seq_along(calendar)),
  "IF (nr = 2) d1 = $SYSMIS.", "STRING s1 (A5) /s2 (AHEX8).", "COMPUTE s1 = 'abc'.", "COMPUTE s2 = 'wxyz'.",
  "SAVE OUTFILE='formats.sav' /ZCOMPRESSED."))
put("pspp-formats", "formats.sav")
everything <- function(compression) c("DATA LIST LIST /nr (F8.0) antwoord (A12) gewicht (F8.2) item1 (F1) item2 (F1) kort (A2) heellang (A300).", "BEGIN DATA",
  "1 'x' 2 1 0 'a' 'kort'", "2 'yé' 3 0 1 'b' ''", "3 '' . 9 8 '' 'een wat langere tekst'", "END DATA.",
  "FILE LABEL 'Synthetisch: alles wat een variabele heeft'.", "ADD DOCUMENT 'Verzonnen gegevens.' 'Regel twee, met é en €.'.",
  "VARIABLE LABELS nr 'Nummer' heellang 'Toelichting'.", "VALUE LABELS item1 item2 0 'nee' 1 'ja' 8 'weet niet' 9 'weigert'.",
  "VALUE LABELS antwoord 'x' 'Kruis' 'yé' 'Wél' /kort 'a' 'Aa'.", "MISSING VALUES item1 (9) item2 (8, 9) nr (LO THRU 0, 999) kort ('b') antwoord ('x').",
  "VARIABLE LEVEL nr (NOMINAL) antwoord (NOMINAL) gewicht (SCALE) item1 item2 (ORDINAL).",
  "VARIABLE ROLE /TARGET item1 /INPUT nr /BOTH gewicht /NONE antwoord /PARTITION kort /SPLIT item2.",
  "VARIABLE WIDTH nr (20) antwoord (3) heellang (60).", "VARIABLE ALIGNMENT nr (CENTER) antwoord (RIGHT) gewicht (LEFT).",
  "VARIABLE ATTRIBUTE VARIABLES=item1 ATTRIBUTE=vraag[1]('V12') vraag[2]('it''s') bron('lijst').", "DATAFILE ATTRIBUTE ATTRIBUTE=herkomst('verzonnen') versie('2').",
  "MRSETS /MDGROUP NAME=$keuze LABEL='Meer keuzes' VARIABLES=item1 item2 VALUE=1 /MCGROUP NAME=$groep LABEL='Één groep' VARIABLES=nr gewicht /MDGROUP NAME=$teksten CATEGORYLABELS=COUNTEDVALUES LABELSOURCE=VARLABEL VARIABLES=kort antwoord VALUE='a' /MDGROUP NAME=$geteld CATEGORYLABELS=COUNTEDVALUES LABEL='Geteld' VARIABLES=item1 item2 VALUE=0.",
  "FORMATS gewicht (DOLLAR10.2).", "WRITE FORMATS item1 (N3).", "WEIGHT BY gewicht.", sprintf("SAVE OUTFILE='everything-%s.sav' /%s.", compression, compression))
for (compression in c("UNCOMPRESSED", "COMPRESSED", "ZCOMPRESSED")) {
  pspp(everything(compression))
  put(paste0("pspp-everything-", tolower(compression)), sprintf("everything-%s.sav", compression))
}
# PSPP 1.6 writes the length before each of several missing codes of a long string; haven 2.5 refuses that form.
lines <- c("DATA LIST LIST /a (A20).", "BEGIN DATA", "'een'", "'iets langers dan acht'", "''", "END DATA.", "SAVE OUTFILE='long-before.sav'.", "MISSING VALUES a ('een', 'twee', 'drie').", "SAVE OUTFILE='long.sav'.")
pspp(lines)
truth <- read_sav("long-before.sav", user_na = TRUE)
truth$a <- labelled_spss(truth$a, na_values = c("een", "twee", "drie")); attr(truth$a, "format.spss") <- "A20"
put("pspp-long-missing", "long.sav", truth, pspp_agrees = FALSE)
put("big-endian-pspp-long-missing", rewrite("long.sav", "swapped.sav", "--big-endian"), truth, pspp_agrees = FALSE)
for (encoding in c("windows-1252", "iso-8859-1", "iso-8859-15", "windows-1250", "koi8-r", "utf-8")) {
  special <- switch(encoding, "iso-8859-1" = "fi 40 \u00a4 ja", "koi8-r" = "\u0434\u0430 \u043d\u0435\u0442", "windows-1250" = "\u0159e\u0148 \u20ac", "\u20ac 40 ja")
  accents <- if (encoding == "koi8-r") "\u0416\u0437" else if (encoding == "windows-1250") "n\u011bco" else "S\u00fadwest"
  name <- paste0("encoding-", encoding)
  pspp(c(sprintf("SET LOCALE='%s'.", encoding), "DATA LIST LIST /nr (F8.0) stad (A20) kort (A8) lang (A300).", "BEGIN DATA", sprintf("1 '%s' '%s' '%s'", special, accents, special), "2 'gewoon' '' ''", "END DATA.",
    sprintf("FILE LABEL 'Proef %s'.", accents), sprintf("VARIABLE LABELS nr 'N %s'.", special), sprintf("VALUE LABELS nr 1 '%s' /kort 'abc' 'Kort %s' /stad 'gewoon' '%s'.", accents, special, special),
    sprintf("MISSING VALUES kort ('%s') stad ('%s').", accents, accents), sprintf("ADD DOCUMENT '%s'.", special), sprintf("SAVE OUTFILE='%s.sav'.", name)), encoding)
  # haven 2.5 does not know the code pages 819 and 923 that PSPP writes for Latin-1 and Latin-9: it is told.
  # What says Latin-1 is read as windows-1252, which holds it whole.
  truth <- if (grepl("iso-8859", encoding)) read_sav(paste0(name, ".sav"), encoding = toupper(encoding), user_na = TRUE)
  put(name, paste0(name, ".sav"), truth, encoding = sub("iso-8859-1$", "windows-1252", encoding), pspp_agrees = is.null(truth))
}

# ---- the same contents in forms that neither writes ----
sources <- c(strings = "strings-none.sav", missing = "missing-none.sav", long_missing = "long_missing-byte.sav", numbers = "numbers-none.sav", moments = "moments-byte.sav", formats = "formats.sav", everything = "everything-UNCOMPRESSED.sav")
for (name in names(sources)) {
  before <- read_sav(sources[[name]], user_na = TRUE)
  kinds <- if (name %in% c("moments", "formats", "long_missing")) "byte" else c("none", "byte", "zlib")
  for (kind in kinds) put(sprintf("big-endian-%s-%s", name, kind), rewrite(sources[[name]], "swapped.sav", "--big-endian", "--compression", kind, "--block", if (name == "strings") 1000 else 104), made_of = before, pspp_agrees = !name %in% pspp_differs)
}
before <- read_sav(sources[["everything"]], user_na = TRUE)
odd <- function(name, ..., made_of = before, truth = NULL, encoding = "utf-8", from = sources[["everything"]], by_pspp = TRUE, pspp_agrees = TRUE)
  put(name, rewrite(from, "odd.sav", ...), made_of = made_of, truth = truth, encoding = encoding, by_pspp = if (by_pspp) "odd.sav", pspp_agrees = pspp_agrees)
odd("bias-20", "--compression byte --bias 20")
odd("bias-20-zlib", "--compression zlib --bias 20 --block 24")
odd("bias-0", "--compression byte --bias 0 --big-endian")
odd("codes-plain", "--compression byte --codes plain")
odd("codes-padded", "--compression byte --codes padded")
odd("codes-ended", "--compression byte --codes ended")
odd("codes-ended-unknown", "--compression byte --codes ended --unknown-cases")
odd("codes-padded-zlib", "--compression zlib --codes padded --block 8 --big-endian")
odd("unknown-byte", "--compression byte --unknown-cases")
odd("unknown-zlib", "--compression zlib --unknown-cases --block 48")
odd("unknown-big-endian", "--compression byte --unknown-cases --big-endian")
# haven 2.5 takes an uncompressed file that does not know its number of cases for an empty one; PSPP reads it.
odd("unknown-none", "--unknown-cases", truth = before, made_of = NULL)
odd("extra-records", "--extra")
odd("extra-records-big-endian", "--extra --big-endian --compression zlib --block 32")
# haven 2.5 refuses layout code 3, which the format allows; PSPP reads it.
odd("layout-3", "--layout-3", truth = before, made_of = NULL)
odd("one-row", "--from-row 2 --rows 1 --compression byte", made_of = NULL)
odd("no-rows-unknown", "--rows 0 --unknown-cases --compression byte", made_of = NULL)
odd("label-1000", sprintf("--label NR=%s", hex(strrep("Een lang etiket met é. ", 40))), made_of = NULL, pspp_agrees = FALSE) # PSPP cuts it at 255
odd("value-label-255", sprintf("--value-label ITEM1=%s", hex(strrep("v", 255))), made_of = NULL)
odd("byte-order-mark", sprintf("--old %s --new %s", hex("Nummer"), hex("\ufeffNum")), made_of = NULL)

# Doubles that mean something: the one system-missing, HI and LO as values (haven: missing), not a number, infinity.
for (value in c(sysmis = "ffefffffffffffff", highest = "7fefffffffffffff", lowest = "ffeffffffffffffe", nan = "7ff8000000000000", infinite = "7ff0000000000000", negative_zero = "8000000000000000", next_to_highest = "7feffffffffffffe"))
  for (form in c("", "--big-endian --compression byte", "--compression zlib"))
    odd(paste0("double-", value, if (form == "") "-none" else if (grepl("big", form)) "-big-endian" else "-zlib"), "--double", value, "--rows 2", form,
        from = sources[["numbers"]], made_of = NULL, by_pspp = FALSE)

# Files that are silent or wrong about their encoding. haven is told the right one; ejz has to find it, or be told.
right <- function(path, encoding, from) {
  truth <- read_sav(from, user_na = TRUE)
  stopifnot(isTRUE(all.equal(read_sav(path, encoding = encoding, user_na = TRUE), truth)))
  truth
}
for (name in c("windows-1252", "utf-8")) {
  from <- sprintf("encoding-%s.sav", name)
  rewrite(from, "silent.sav", "--encoding none")
  put(paste0("silent-", name), "silent.sav", right("silent.sav", toupper(name), from), by_pspp = NULL)
}
rewrite("encoding-windows-1252.sav", "lie.sav", "--encoding UTF-8")
put("lies-utf-8", "lie.sav", right("lie.sav", "WINDOWS-1252", "encoding-windows-1252.sav"), by_pspp = NULL)
rewrite("encoding-utf-8.sav", "lie.sav", "--encoding windows-1252")
put("lies-windows-1252", "lie.sav", right("lie.sav", "UTF-8", "encoding-utf-8.sav"), by_pspp = NULL, encoding = "windows-1252")
cat(count, "files in", out, "\n")
