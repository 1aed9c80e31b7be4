# Both scales on the same people: weighted cross-table of the target of ../fixtures/three-waves,
# and the Rogan-Gladen crosswalk of 2012 applied to the other waves. Makes bridge.json.
# Run in this folder, after three-waves.R: Rscript bridge.R
suppressPackageStartupMessages(library(jsonlite))
emotional <- c(2, 3, 5, 6, 9, 10); social <- c(1, 4, 7, 8, 11); six <- c(3, 4, 7, 8, 9, 10)

table_of <- function(wave) {
  d <- read.csv(paste0("../fixtures/three-waves/", wave, ".csv"))
  a <- as.matrix(d[paste0("dj", 1:11)]); a[a == 9] <- NA
  l <- a; l[, emotional] <- a[, emotional] <= 2; l[, social] <- a[, social] >= 2
  s11 <- ifelse(rowSums(is.na(l)) <= 1, rowSums(l, na.rm = TRUE), NA)
  s6 <- ifelse(rowSums(is.na(l[, six])) <= 1, rowSums(l[, six], na.rm = TRUE), NA)
  keep <- !is.na(d$weight) & d$weight > 0 & !is.na(d$age) & d$age >= 75 & !is.na(s11) & !is.na(s6)
  data.frame(w = d$weight, l11 = s11 >= 3, l6 = s6 >= 2)[keep, ]
}
share <- function(d, what, among = TRUE) sum(d$w[what & among]) / sum(d$w[among])
kish <- function(w) sum(w)^2 / sum(w^2)

waves <- c("2012", "2016", "2020"); tables <- lapply(setNames(waves, waves), table_of)
bridges <- lapply(waves, function(wave) {
  d <- tables[[wave]]; all <- rep(TRUE, nrow(d))
  p11 <- share(d, d$l11, all); p6 <- share(d, d$l6, all)
  po <- share(d, d$l11 == d$l6, all); pe <- p11 * p6 + (1 - p11) * (1 - p6)
  list(wave = wave, n = nrow(d), p11 = p11, p6 = p6, sens = share(d, d$l6, d$l11), spec = share(d, !d$l6, !d$l11),
       ppv = share(d, d$l11, d$l6), npv = share(d, !d$l11, !d$l6), kappa = (po - pe) / (1 - pe), ratio = p6 / p11,
       counts = list(both = sum(d$l11 & d$l6), only11 = sum(d$l11 & !d$l6), only6 = sum(!d$l11 & d$l6), neither = sum(!d$l11 & !d$l6)))
})
first <- bridges[[1]]; base <- tables[["2012"]]; J <- first$sens + first$spec - 1
crosswalks <- lapply(bridges[-1], function(b) {
  n6 <- kish(tables[[b$wave]]$w); n1 <- kish(base$w[base$l11]); n0 <- kish(base$w[!base$l11])
  p <- (b$p6 + first$spec - 1) / J
  v <- b$p6 * (1 - b$p6) / n6 / J^2 + p^2 * first$sens * (1 - first$sens) / n1 / J^2 + (1 - p)^2 * first$spec * (1 - first$spec) / n0 / J^2
  list(wave = b$wave, p6 = b$p6, p11 = p, se = sqrt(v), observed = b$p11)
})
write_json(list(software = R.version.string, bridges = bridges, crosswalks = crosswalks), "bridge.json",
           auto_unbox = TRUE, digits = NA, pretty = TRUE)
