# Expected values for change within the same people: 240 invented persons (synthetic), of whom 180 seen at both waves,
# with weights, strata and intervals between interviews that differ. Makes panel-pairs.json.
# Run in this folder: Rscript panel-pairs.R
suppressPackageStartupMessages({ library(survey); library(msm); library(coin); library(jsonlite) })
options(survey.lonely.psu = "adjust", digits = 17)
set.seed(75)
N <- 240
pair <- seq_len(N) <= 180
trait <- rnorm(N, .5, 3)
score <- function(shift) pmin(11, pmax(0, round(2.6 + shift + trait + rnorm(N, 0, 1.3))))
from <- score(0); to <- score(.25)
years <- round(runif(N, 2.4, 3.9), 2)
weight <- round(exp(rnorm(N, 0, .5)), 3)
stratum <- ifelse(seq_len(N) == 1, 9, sample(1:4, N, TRUE))          # stratum 9: one person
a <- as.integer(from >= 3); b <- as.integer(to >= 3)
d <- data.frame(id = seq_len(N), pair, from, to, years, weight, stratum, a, b, dy = b - a, ds = to - from)
p <- d[d$pair, ]

mean_of <- function(formula, design) { m <- svymean(formula, design); list(value = unname(coef(m)), se = unname(SE(m)[1]), df = degf(design)) }
simple <- svydesign(ids = ~id, weights = ~weight, data = p)
stratified <- svydesign(ids = ~id, weights = ~weight, strata = ~stratum, data = p)
whole <- subset(svydesign(ids = ~id, weights = ~weight, strata = ~stratum, data = d), pair)
design <- function(x) list(prevalence = mean_of(~dy, x), mean = mean_of(~ds, x))
lonely <- lapply(c(adjust = "adjust", certainty = "certainty", average = "average", remove = "remove"), function(rule) {
  options(survey.lonely.psu = rule); on.exit(options(survey.lonely.psu = "adjust")); unname(SE(svymean(~ds, stratified))[1]) })

tt <- t.test(p$to, p$from, paired = TRUE); t90 <- t.test(p$to, p$from, paired = TRUE, conf.level = .9)
T2 <- table(factor(p$a, 0:1), factor(p$b, 0:1))
mc <- mcnemar.test(T2, correct = FALSE); mcc <- mcnemar.test(T2)
group <- function(x) cut(x, c(-1, 2, 8, 11), labels = FALSE)
T3 <- table(factor(group(p$from), 1:3), factor(group(p$to), 1:3))
# Bhapkar from the records: Wald test with the sample's own covariance (divisor n) of the differences of indicators
z <- sapply(1:2, function(k) (group(p$from) == k) - (group(p$to) == k)); m <- colMeans(z)
bhapkar <- nrow(z) * drop(t(m) %*% solve(crossprod(sweep(z, 2, m)) / nrow(z)) %*% m)
# Four categories between which nobody moved across the middle: two separate 2 x 2 tables
apart <- matrix(c(30, 9, 0, 0, 4, 20, 0, 0, 0, 0, 11, 6, 0, 0, 1, 5), 4, byrow = TRUE)
apart_chi2 <- unname(mcnemar.test(apart[1:2, 1:2], correct = FALSE)$statistic + mcnemar.test(apart[3:4, 3:4], correct = FALSE)$statistic)

cloglog <- function(r, y) { f <- glm(y ~ 1, binomial("cloglog"), offset = log(r$years), control = glm.control(epsilon = 1e-15, maxit = 100))
  h <- exp(coef(f)[[1]]); s <- sqrt(vcov(f)[1, 1]); list(value = h, se = h * s, ci95 = h * exp(c(-1, 1) * qnorm(.975) * s)) }
limits <- function(x, py) as.numeric(poisson.test(x, py)$conf.int)
free <- p[p$a == 0, ]; was <- p[p$a == 1, ]
rate <- function(r, y) { py <- sum(ifelse(y == 1, r$years / 2, r$years)); list(atRisk = nrow(r), events = sum(y), personYears = py, rate = sum(y) / py, ci95 = limits(sum(y), py)) }

# Two states, intervals that differ: msm; standard errors by expected information with numerical derivatives
long <- data.frame(id = rep(p$id, each = 2), time = as.vector(rbind(0, p$years)), state = as.vector(rbind(p$a, p$b)) + 1)
fit <- msm(state ~ time, subject = id, data = long, qmatrix = rbind(c(0, .1), c(.1, 0)), control = list(reltol = 1e-16, maxit = 10000), method = "BFGS")
q <- qmatrix.msm(fit, ci = "none"); est <- c(q[1, 2], q[2, 1])
chance <- function(l, from) { k <- exp(l[1]) + exp(l[2]); out <- if (from == 0) exp(l[1]) else exp(l[2]); function(t) out / k * (1 - exp(-k * t)) }
ll <- function(l) -sum(ifelse(p$b != p$a, log(ifelse(p$a == 0, chance(l, 0)(p$years), chance(l, 1)(p$years))), log(1 - ifelse(p$a == 0, chance(l, 0)(p$years), chance(l, 1)(p$years)))))
best <- log(est)                                                    # polish msm's maximum by Newton steps
information <- function(l) { e <- 1e-5; I <- matrix(0, 2, 2)
  for (i in seq_len(nrow(p))) { f <- function(l) chance(l, p$a[i])(p$years[i])
    g <- sapply(1:2, function(k) { h <- replace(c(0, 0), k, e); (f(l + h) - f(l - h)) / (2 * e) }); c0 <- f(l); I <- I + tcrossprod(g) / (c0 * (1 - c0)) }; I }
slope <- function(l) { e <- 1e-5; sapply(1:2, function(k) { h <- replace(c(0, 0), k, e); -(ll(l + h) - ll(l - h)) / (2 * e) }) }
for (i in 1:20) best <- best + solve(information(best), slope(best))
V <- solve(information(best)); L <- exp(best); se <- sqrt(diag(V)); balance <- L[1] / sum(L); seLogit <- sqrt(V[1, 1] + V[2, 2] - 2 * V[1, 2])
stopifnot(max(abs(L / est - 1)) < 1e-4)
hazard <- function(k) list(value = L[k], se = L[k] * se[k], ci95 = L[k] * exp(c(-1, 1) * qnorm(.975) * se[k]))

out <- list(
  meta = list(synthetic = TRUE, made_with = "panel-pairs.R", R = R.version.string, survey = as.character(packageVersion("survey")),
    msm = as.character(packageVersion("msm")), coin = as.character(packageVersion("coin"))),
  pairs = as.list(p[c("from", "to", "years", "weight", "stratum")]),
  persons = as.list(table(d$stratum)),
  paired = list(value = unname(tt$estimate), t = unname(tt$statistic), df = unname(tt$parameter), p = tt$p.value, ci95 = as.numeric(tt$conf.int), ci90 = as.numeric(t90$conf.int),
    srm = mean(p$ds) / sd(p$ds), r12 = cor(p$from, p$to)),
  design = list(weighted = design(simple), stratified = design(stratified), whole = design(whole), lonelyMeanSe = lonely,
    unweighted = design(svydesign(ids = ~id, weights = ~1, data = p))),
  table = unclass(T2), mcnemar = list(chi2 = unname(mc$statistic), p = mc$p.value, chi2Corrected = unname(mcc$statistic), pCorrected = mcc$p.value,
    pExact = binom.test(T2[1, 2], T2[1, 2] + T2[2, 1])$p.value,
    pMid = binom.test(T2[1, 2], T2[1, 2] + T2[2, 1])$p.value - dbinom(T2[1, 2], T2[1, 2] + T2[2, 1], .5)),
  wilson = list(onset = as.numeric(prop.test(T2[1, 2], sum(T2[1, ]), correct = FALSE)$conf.int), recovery = as.numeric(prop.test(T2[2, 1], sum(T2[2, ]), correct = FALSE)$conf.int)),
  categories = unclass(T3), stuartMaxwell = as.numeric(statistic(mh_test(as.table(T3)))), bhapkar = bhapkar, bhapkarP = pchisq(bhapkar, 2, lower.tail = FALSE),
  apart = apart, apartChi2 = apart_chi2, apartP = pchisq(apart_chi2, 2, lower.tail = FALSE),
  onset = rate(free, free$b), recovery = rate(was, 1 - was$b), onsetHazard = cloglog(free, free$b), recoveryHazard = cloglog(was, 1 - was$b),
  markov = list(onset = hazard(1), recovery = hazard(2), balance = list(value = balance, se = balance * (1 - balance) * seLogit, ci95 = plogis(qlogis(balance) + c(-1, 1) * qnorm(.975) * seLogit))))
write(toJSON(out, digits = NA, auto_unbox = TRUE, pretty = TRUE), "panel-pairs.json")
