# Expected projections of the three invented waves (synthetic), from their answers to the number of people.
# Run in this folder: Rscript projection-study.R > projection-study.json
suppressPackageStartupMessages({ library(survey); library(jsonlite) })
options(survey.lonely.psu = "adjust", digits = 17)
emotional <- c(2, 3, 5, 6, 9, 10); social <- c(1, 4, 7, 8, 11)
read <- function(wave) {
  d <- read.csv(file.path("..", "fixtures", "three-waves", paste0(wave, ".csv")))
  a <- as.matrix(d[paste0("dj", 1:11)]); a[a == 9] <- NA
  lonely <- a; lonely[, emotional] <- a[, emotional] <= 2; lonely[, social] <- a[, social] >= 2
  d$lonely <- ifelse(rowSums(is.na(a)) <= 1, as.numeric(rowSums(lonely, na.rm = TRUE) >= 3), NA)
  d$band <- ifelse(d$age >= 75, c(75, 80, 85, 90)[findInterval(pmax(d$age, 75), c(75, 80, 85, 90))], 0)
  d[!is.na(d$weight), ]
}
cells <- expand.grid(sex = 1:2, band = c(75, 80, 85, 90))
estimate <- function(wave) {
  design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = read(wave))
  by <- svyby(~lonely, ~sex + band, subset(design, band > 0 & !is.na(lonely)), svymean, covmat = TRUE)
  stopifnot(all(by$sex == cells$sex), all(by$band == cells$band))
  list(p = unname(coef(by)), V = unname(as.matrix(vcov(by))))
}
e12 <- estimate("2012"); e16 <- estimate("2016")
# fieldwork 1 September to 15 December of two leap years; start 8 March 2018; forecast on 1 July
middle <- ((31 + 29 + 31 + 30 + 31 + 30 + 31 + 31) + (31 + 29 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 14)) / 2 / 366
t12 <- 2012 + middle; t16 <- 2016 + middle; start <- 2018 + (31 + 28 + 7) / 365
july <- c("2030" = 2030 + 181 / 365, "2040" = 2040 + 182 / 366)
people <- function(file, year) {
  d <- read.csv(file); d <- d[d$year == year & d$ageFrom >= 75, ]
  apply(cells, 1, function(x) sum(d$persons[d$sex == c("male", "female")[x["sex"]] & pmin(d$ageFrom - d$ageFrom %% 5, 90) == x["band"]]))
}
eta <- qlogis(c(e12$p, e16$p)); d <- 1 / (c(e12$p, e16$p) * (1 - c(e12$p, e16$p)))
S <- matrix(0, 16, 16); S[1:8, 1:8] <- e12$V; S[9:16, 9:16] <- e16$V; S <- S * outer(d, d)
w <- 1 / (diag(S)[1:8] + diag(S)[9:16])
a <- c(-w, w) / sum(w) / (t16 - t12)
slopes <- (eta[9:16] - eta[1:8]) / (t16 - t12)
beta <- sum(a * eta); v <- (diag(S)[1:8] + diag(S)[9:16]) / (t16 - t12)^2; Q <- sum((slopes - beta)^2 / v)
effects <- function(N1, p1, N2, p2) {   # Das Gupta, three factors
  n1 <- sum(N1); n2 <- sum(N2); W1 <- N1 / n1; W2 <- N2 / n2; S <- function(W, p) sum(W * p)
  c(size = (n2 - n1) * ((S(W1, p1) + S(W2, p2)) / 3 + (S(W1, p2) + S(W2, p1)) / 6),
    composition = (n1 * S(W2 - W1, p1) + n2 * S(W2 - W1, p2)) / 3 + (n1 * S(W2 - W1, p2) + n2 * S(W2 - W1, p1)) / 6,
    rate = (n1 * S(W1, p2 - p1) + n2 * S(W2, p2 - p1)) / 3 + (n1 * S(W2, p2 - p1) + n2 * S(W1, p2 - p1)) / 6)
}
slope <- function(f, x) sapply(seq_along(x), function(i) { h <- 1e-5; u <- x; l <- x; u[i] <- u[i] + h; l[i] <- l[i] - h; (f(u) - f(l)) / (2 * h) })
se <- function(f) { g <- slope(f, eta); sqrt(as.numeric(t(g) %*% S %*% g)) }
base <- people("../../data/population/netherlands.csv", 2016)
rows <- list(); set.seed(75); R <- 100000
L <- t(chol(S)); draws <- eta + L %*% matrix(rnorm(16 * R), 16); z <- rnorm(R)
for (year in c("2030", "2040")) for (scenario in c("constant", "continuing", "broken50", "broken100", "broken150")) {
  x <- c(continuing = 0, broken50 = .5, broken100 = 1, broken150 = 1.5)[scenario]
  h <- if (scenario == "constant") 0 else start - t16 + (1 - x) * (july[year] - start)
  N <- people("../../data/forecast/netherlands.csv", as.integer(year))
  to <- function(e) plogis(e[9:16] + sum(a * e) * h)
  number <- function(e) sum(N * to(e))
  split <- effects(base, e16$p, N, to(eta))
  drawn <- colSums(N * plogis(draws[9:16, ] + rep(as.numeric(a %*% draws) * h, each = 8))) * exp(.02 * z - .0002)
  rows[[length(rows) + 1]] <- list(year = as.integer(year), scenario = scenario, N = sum(N), L = number(eta),
    seDelta = sqrt(se(number)^2 + (.02 * number(eta))^2), numberFrom = sum(base * e16$p), size = split[["size"]],
    composition = split[["composition"]], rate = split[["rate"]],
    seSize = se(function(e) effects(base, plogis(e[9:16]), N, to(e))[["size"]]),
    seRate = se(function(e) effects(base, plogis(e[9:16]), N, to(e))[["rate"]]),
    sd = sd(drawn), over = mean(drawn > 1e6), quantiles = unname(quantile(drawn, c(.025, .1, .9, .975))))
}
cat(toJSON(list(meta = list(made = R.version.string, survey = as.character(packageVersion("survey")), script = "projection-study.R", draws = R, synthetic = TRUE),
  slope = list(beta = beta, se = sqrt(as.numeric(t(a) %*% S %*% a)), Q = Q, df = 7, p = pchisq(Q, 7, lower.tail = FALSE)),
  projections = rows), digits = NA, auto_unbox = TRUE, pretty = TRUE), "\n")
