# What R finds in the real files of ../shared/data, for test/data/real-files.test.ts.
# Rscript test/reference/real-files.R ../shared/data > test/reference/real-files.json
# Independent of ejz: base R reading, jsonlite and haven; no code is shared.
suppressPackageStartupMessages({ library(jsonlite); library(haven) })
root <- commandArgs(TRUE)[1]
at <- function(...) file.path(root, ...)
number <- function(x, comma = FALSE) {
  x <- trimws(x)
  if (comma) x <- sub(",", ".", x, fixed = TRUE)
  suppressWarnings(as.numeric(x))
}
figures <- function(x) list(numbers = sum(!is.na(x)), sum = round(sum(x, na.rm = TRUE), 6))
as_text <- function(path, ...) read.table(path, header = TRUE, colClasses = "character", check.names = FALSE,
  quote = "\"", comment.char = "", na.strings = character(), fileEncoding = "UTF-8-BOM", fill = FALSE, ...)
out <- list()

# OData v3, wide: topics bear a running number
v3 <- function(path) {
  d <- as_text(path, sep = ";")
  topic <- grepl("_[0-9]+$", names(d))
  cells <- unlist(d[topic], use.names = FALSE)
  x <- number(cells)
  list(observations = length(cells), topics = sum(topic), dimensions = sum(!topic) - 1,
    blank = sum(trimws(cells) %in% c("", ".")),
    texts = sum(is.na(x) & !trimws(cells) %in% c("", ".")), values = figures(x),
    categories = as.list(sapply(d[!topic][-1], function(k) length(unique(trimws(k))))))
}
for (f in list.files(at("v3_csv"), "DataSet")) out[[file.path("v3_csv", f)]] <- v3(at("v3_csv", f))

# OData v4
o <- as_text(at("v4_csv", "Observations.csv"), sep = ";")
codes <- function(f) as_text(at("v4_csv", f), sep = ";")$Identifier
out[["v4_csv"]] <- list(observations = nrow(o), topics = length(unique(o$Measure)), dimensions = 4,
  blank = sum(o$Value == ""), texts = 0, values = figures(number(o$Value, TRUE)),
  categories = as.list(sapply(o[c("KenmerkenVanHuishoudens", "InkomensgrensHuishouden", "DuurInkomenspositie", "Perioden")],
    function(k) length(unique(k)))),
  unknown = list(KenmerkenVanHuishoudens = length(setdiff(o$KenmerkenVanHuishoudens, codes("KenmerkenVanHuishoudensCodes.csv"))),
    Perioden = length(setdiff(o$Perioden, codes("PeriodenCodes.csv"))),
    Measure = length(setdiff(o$Measure, codes("MeasureCodes.csv")))))
j <- fromJSON(at("v4_json", "80072ned_meta_4.json"))$value
p <- fromJSON(at("v4_json", "80072ned_meta_9.json"))$value
out[["v4_json"]] <- list(observations = nrow(j), topics = length(unique(j$Measure)), dimensions = 2,
  blank = sum(is.na(j$Value)), texts = 0, values = figures(j$Value),
  categories = list(BedrijfskenmerkenSBI2008 = length(unique(j$BedrijfskenmerkenSBI2008)), Perioden = length(unique(j$Perioden))),
  provisional = p$Title[p$Status != "Definitief" & p$Identifier %in% j$Perioden])

# portal: labels before `labels`, the rest are values; "Bron: CBS" is no row
portal <- function(f, labels, sep, comma, categories) {
  d <- as_text(at("portal_csv", f), sep = sep)
  d <- d[!grepl("^Bron:", d[[1]]), ]
  cells <- unlist(d[-seq_len(labels)], use.names = FALSE)
  x <- number(cells, comma)
  list(observations = length(cells), blank = sum(cells %in% c("", ".")),
    texts = sum(is.na(x) & !cells %in% c("", ".")), values = figures(x), categories = categories(d))
}
out[["portal_csv/Bevolkingsontwikkeling_per_jaar.csv"]] <- portal("Bevolkingsontwikkeling_per_jaar.csv", 2, ",", FALSE,
  function(d) list(RegioS = length(unique(d[[1]])), Perioden = ncol(d) - 2))
out[["portal_csv/Gezonde_levensverwachting__vanaf_1981_29012025_112744.csv"]] <-
  portal("Gezonde_levensverwachting__vanaf_1981_29012025_112744.csv", 3, ";", TRUE,
    function(d) list(Geslacht = length(unique(d[[1]])), LeeftijdOp31December = length(unique(d[[2]])), Perioden = length(unique(d[[3]]))))
out[["portal_csv/Gezondheidsmonitor__bevolking_18_jaar_of_ouder__regio__2022_22012025_151906.csv"]] <-
  portal("Gezondheidsmonitor__bevolking_18_jaar_of_ouder__regio__2022_22012025_151906.csv", 1, ";", TRUE,
    function(d) list(Regio = length(unique(d[[1]]))))
out[["portal_csv/Regionale_kerncijfers_Nederland_22012025_144703.csv"]] <-
  portal("Regionale_kerncijfers_Nederland_22012025_144703.csv", 2, ";", TRUE,
    function(d) list(RegioS = length(unique(d[[1]])), Perioden = length(unique(d[[2]]))))

# cbsodata: row number, ID, dimensions, topics
titled <- function(f, dimensions) {
  d <- as_text(at("statline", f), sep = ",")
  cells <- unlist(d[-seq_len(2 + dimensions)], use.names = FALSE)
  topics <- names(d)[-seq_len(2 + dimensions)]
  list(observations = length(cells), topics = length(topics), dimensions = dimensions,
    blank = sum(cells == ""), texts = sum(is.na(number(cells)) & cells != ""), values = figures(number(cells)),
    repeated = sum(table(topics) > 1),
    categories = as.list(sapply(d[2 + seq_len(dimensions)], function(k) length(unique(k)))))
}
out[["statline/Gezondheidsmonitor16_83674NED.csv"]] <- titled("Gezondheidsmonitor16_83674NED.csv", 4)
out[["statline/Gezondheidsonderzoek_83021NED.csv"]] <- titled("Gezondheidsonderzoek_83021NED.csv", 3)

# tables of records
records <- function(path, na) {
  d <- as_text(path, sep = ",")
  filled <- lapply(d, function(x) sum(!trimws(x) %in% c("", "NA")))
  list(rows = nrow(d), columns = ncol(d), filled = sum(unlist(filled)))
}
plain <- c("SOURCES.csv", "variables.csv", "published_figures.csv", "sav/small.csv", "geo/gemeenten_2022_kerncijfers.csv",
  file.path("population", list.files(at("population"))), file.path("standard", list.files(at("standard"))),
  file.path("lasa_labels", list.files(at("lasa_labels"))))
for (f in plain) out[[f]] <- records(at(f))

# SPSS: values that are neither system-missing, blank nor declared missing
for (f in c("sav/small_none.sav", "sav/small_byte.sav")) {
  d <- read_sav(at(f), user_na = TRUE)
  valid <- vapply(d, function(x) if (is.character(x)) sum(trimws(x) != "") else sum(!is.na(x)), numeric(1))
  out[[f]] <- list(rows = nrow(d), columns = ncol(d), valid = sum(valid))
}

# maps
for (f in c("geo/gemeenten_2022_nld_muni_wgs84.geojson", "rivm/neighbourhoods_veld_50120NED_2022.geojson")) {
  g <- fromJSON(at(f), simplifyVector = FALSE)$features
  out[[f]] <- list(features = length(g), properties = length(unique(unlist(lapply(g, function(x) names(x$properties))))))
}

cat(toJSON(list(software = list(R = R.version.string, jsonlite = as.character(packageVersion("jsonlite")),
  haven = as.character(packageVersion("haven"))), files = out), auto_unbox = TRUE, pretty = TRUE, digits = NA), "\n", sep = "")
