# What R makes of the synthetic LASA of the demo: every .sav as haven reads it, scored by the rules of the manual and of LASA.
# Run in this folder: Rscript demo-lasa.R writes demo-lasa.json; R 4.2.2, haven 2.5.1, jsonlite.
suppressPackageStartupMessages({ library(haven); library(jsonlite) })
folder <- file.path("..", "..", "data", "demo", "lasa")
emotional <- c(2, 3, 5, 6, 9, 10); social <- c(1, 4, 7, 8, 11)
lower <- function(x) { names(x) <- tolower(names(x)); x }
files <- sort(list.files(folder), method = "radix")
find <- function(wave, topic) files[grepl(sprintf("^lasa?%s%s\\.sav$", wave, topic), files, ignore.case = TRUE)]
open <- function(name) lower(read_sav(file.path(folder, name), user_na = TRUE))
ages <- open(find("z", "008")); plain <- function(x) as.numeric(unclass(zap_labels(x)))
lonely <- function(d, prefix) sapply(1:11, function(i) {
  a <- plain(d[[paste0(prefix, "lo", i)]]); a[!a %in% 1:3] <- NA
  if (i %in% social) a <= 2 else a >= 2
})
count <- function(l, items, allowed) ifelse(rowSums(is.na(l[, items])) <= allowed, rowSums(l[, items], na.rm = TRUE), NA)
wave <- function(w) {
  d <- open(find(w, "073")); p <- tolower(w); l <- lonely(d, p)
  age <- plain(ages[[paste0(p, "age")]])[match(d$respnr, ages$respnr)]; old <- age >= 75
  total <- count(l, 1:11, 1)
  own <- open(find(w, "273")); own <- own[match(d$respnr, own$respnr), ]
  delivered <- function(name) { x <- plain(own[[paste0(p, name)]]); ifelse(x >= 0, x, NA) }
  all <- complete.cases(l); x <- l[all, ] + 0
  dates <- ages[[paste0("t", which(LETTERS == w), "_dat")]]; dates <- dates[dates > as.Date("1600-01-01")]
  list(wave = w, records = nrow(d), from75 = sum(old), valid75 = sum(old & !is.na(total)), lonely75 = sum(total[old] >= 3, na.rm = TRUE),
       severe75 = sum(total[old] >= 9, na.rm = TRUE), sumOfScores = sum(total, na.rm = TRUE),
       alpha = 11 / 10 * (1 - sum(apply(x, 2, var)) / var(rowSums(x))), fieldwork = as.character(range(dates)),
       ownTotalsAgree = identical(delivered("lo"), as.numeric(count(l, 1:11, if (w %in% c("F", "G")) 1 else 2))),
       ownPartsAgree = identical(delivered("loemo"), as.numeric(count(l, emotional, 1))) && identical(delivered("losoc"), as.numeric(count(l, social, 1))),
       respnr = d$respnr, total = total)
}
waves <- lapply(c("F", "G", "H", "I", "J"), wave)
stability <- sapply(1:4, function(i) cor(waves[[i]]$total, waves[[i + 1]]$total[match(waves[[i]]$respnr, waves[[i + 1]]$respnr)], use = "complete.obs"))
phone <- lapply(c("H", "J"), function(w) { d <- open(find(w, "712")); list(wave = w, records = nrow(d), alsoInItems = sum(d$respnr %in% open(find(w, "073"))$respnr)) })
write(toJSON(list(meta = list(R = R.version.string, haven = as.character(packageVersion("haven")), script = "demo-lasa.R", tolerance = 1e-9),
  files = lapply(files, function(f) { d <- read_sav(file.path(folder, f), user_na = TRUE); list(name = f, rows = nrow(d), columns = names(d)) }),
  waves = lapply(waves, function(w) w[!names(w) %in% c("respnr", "total")]), stability = stability, telephone = phone),
  auto_unbox = TRUE, digits = NA, pretty = 1), "demo-lasa.json")
