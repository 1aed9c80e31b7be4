# What haven and PSPP see in a .sav, as JSON. Sourced by sav-matrix.R and sav-written.R.
# Values, labels, missing codes and print formats are haven's; measure, role, width, alignment, weight and sets PSPP's.
suppressMessages({library(haven); library(jsonlite)})
epoch <- 12219379200 # seconds from 14 October 1582 to 1970

seen <- function(data, by_pspp, encoding = "utf-8") {
  result <- c(list(haven = unbox(as.character(packageVersion("haven"))), encoding = unbox(encoding)),
              seen_by_haven(data), if (!is.null(by_pspp)) seen_by_pspp(by_pspp))
  gsub('"#([^"]*)"', "\\1", toJSON(result, digits = I(15), na = "null", null = "null"))
}

limit <- function(x) if (is.infinite(x)) unbox(if (x < 0) "-Infinity" else "Infinity") else unbox(x)
trimmed <- function(x) if (is.character(x)) sub("[ ]+$", "", x) else unname(x)
raw_values <- function(x) {
  if (inherits(x, "Date")) as.numeric(x) * 86400 + epoch
  else if (inherits(x, "POSIXct")) as.numeric(x) + epoch
  else trimmed(as.vector(unclass(x)))
}
# jsonlite writes 15 digits at most: numbers travel as "#0.1" and lose the quotes at the end.
whole <- function(x) ifelse(is.na(x), NA, ifelse(is.infinite(x), ifelse(x < 0, "-Infinity", "Infinity"), sprintf("#%.17g", x)))
json_values <- function(x) if (is.numeric(raw_values(x))) whole(raw_values(x)) else raw_values(x)
missing_codes <- function(x) {
  range <- attr(x, "na_range")
  codes <- list()
  if (!is.null(range)) codes <- list(list(kind = unbox("range"), from = limit(range[1]), to = limit(range[2])))
  c(codes, lapply(trimmed(attr(x, "na_values")), function(v) list(kind = unbox("value"), value = unbox(v))))
}
# SPSS says of these that they hold a date; haven makes dates of only some.
dates <- "^(DATE|DATETIME|ADATE|JDATE|MOYR|QYR|WKYR|EDATE|SDATE|YMDHMS)[0-9]"
variable <- function(name, x) {
  labels <- attr(x, "labels")
  format <- attr(x, "format.spss")
  list(
    name = unbox(name),
    label = unbox(if (is.null(attr(x, "label", exact = TRUE))) "" else attr(x, "label", exact = TRUE)),
    type = unbox(if (is.character(x)) "text" else if (grepl(dates, format)) "date" else "number"),
    format = unbox(sub("\\.0$", "", format)),
    valueLabels = lapply(seq_along(labels), function(i) list(value = unbox(trimmed(labels[[i]])), label = unbox(names(labels)[i]))),
    missing = missing_codes(x)
  )
}
seen_by_haven <- function(data) list(
  label = unbox(if (is.null(attr(data, "label"))) "" else attr(data, "label")),
  documents = as.character(trimws(attr(data, "notes"), "right")),
  variables = lapply(names(data), function(name) variable(name, data[[name]])),
  columns = setNames(lapply(data, json_values), names(data))
)

pspp <- function(lines, encoding = "UTF-8") {
  writeBin(iconv(paste0(paste(lines, collapse = "\n"), "\n"), "UTF-8", encoding, toRaw = TRUE)[[1]], "run.sps")
  args <- c("-O", "format=csv", paste0("--syntax-encoding=", encoding), "run.sps")
  said <- suppressWarnings(system2("pspp", args, stdout = TRUE, stderr = TRUE))
  if (any(grepl("error:", said))) stop(paste(grep("error:", said, value = TRUE), collapse = "; "))
  invisible(said)
}
table_of <- function(lines, title, all = FALSE) {
  at <- which(lines == paste("Table:", title))
  if (length(at) == 0) return(NULL)
  rest <- lines[(at[1] + 1):length(lines)]
  end <- c(which(rest == ""), length(rest) + 1)[1]
  read.csv(text = rest[seq_len(end - 1)], check.names = FALSE, header = !all, colClasses = "character", encoding = "UTF-8")
}
roles <- c(Input = "input", Output = "target", Both = "both", None = "none", Partition = "partition", Split = "split")
alignments <- c(Left = "left", Right = "right", Center = "centre")
seen_by_pspp <- function(path) {
  lines <- pspp(c("SET TVARS=NAMES.", sprintf("SYSFILE INFO FILE='%s'.", path)))
  facts <- table_of(lines, "File Information", TRUE)
  table <- table_of(lines, "Variables")
  weight <- facts[[2]][facts[[1]] == "Weight"]
  list(
    weight = unbox(if (length(weight) == 0 || weight == "Not weighted") NA else weight),
    display = if (is.null(table)) list() else lapply(seq_len(nrow(table)), function(i) list(
      measure = unbox(tolower(table[["Measurement Level"]][i])), role = unbox(roles[[table$Role[i]]]),
      displayWidth = unbox(as.integer(table$Width[i])), alignment = unbox(alignments[[table$Alignment[i]]]))),
    sets = multiple_response(table_of(sets_of(path), "Multiple Response Sets"))
  )
}
sets_of <- function(path) if (any(grepl("[.]*\\$(keuze|groep)", readLines(path, warn = FALSE, skipNul = TRUE), useBytes = TRUE))) pspp(c(sprintf("GET FILE='%s'.", path), "MRSETS /DISPLAY NAME=ALL.")) else ""
# A member of a set has a line of its own inside the cell.
multiple_response <- function(table) if (is.null(table)) list() else lapply(seq_len(nrow(table)), function(i) list(
  name = unbox(table$Name[i]), label = unbox(table$Label[i]), counted = unbox(table[["Counted Value"]][i]),
  variables = strsplit(table[["Member Variables"]][i], "\n")[[1]]))

