# Expected values for test/estimate and test/standardise, on an invented sample.
# Rscript estimate.R writes estimate.csv and estimate.json beside itself; R 4.2.2, survey 4.1-1.
suppressPackageStartupMessages({ library(survey); library(jsonlite) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
set.seed(20261)
logistic <- function(x) 1 / (1 + exp(-x))

# ---- a clustered sample: 2 waves, 5 strata, PSUs of unequal size, stratum E with one PSU in each wave;
#      PSUs and strata run on through the waves, as in a panel
psus <- data.frame(stratum = rep(c("A", "B", "C", "D", "E"), c(6, 5, 4, 3, 1)), stringsAsFactors = FALSE)
psus$psu <- seq_len(nrow(psus)); psus$effect <- round(rnorm(nrow(psus), 0, .6), 3)
psus$N <- c(A = 40, B = 25, C = 12, D = 6, E = 9)[psus$stratum]
rows <- do.call(rbind, lapply(c("1", "2"), function(wave) do.call(rbind, lapply(seq_len(nrow(psus)), function(j) {
  n <- sample(5:14, 1)
  age <- sample(c("60-74", "75-79", "80-84", "85+"), n, TRUE, prob = c(.3, .35, .25, .1))
  sex <- sample(c("male", "female"), n, TRUE)
  x <- -.3 + psus$effect[j] + .35 * (age == "85+") + .2 * (sex == "female") + .15 * (wave == "2")
  score <- rbinom(n, 11, logistic(x - .6))
  data.frame(wave, stratum = psus$stratum[j], psu = psus$psu[j], N = psus$N[j], age, sex,
             weight = round(runif(n, 50, 400), 1), score)
}))))
rows$score[sample(nrow(rows), 12)] <- NA
rows$lonely <- as.integer(rows$score >= 3)
write.csv(rows, file.path(here, "estimate.csv"), row.names = FALSE, na = "", quote = FALSE)

# "average" goes by the strata of the domain: drop nothing, let the subset decide
designs <- list(
  clustered = svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = rows),
  clustered_fpc = svydesign(id = ~psu, strata = ~stratum, weights = ~weight, fpc = ~N, data = rows),
  records = svydesign(id = ~1, strata = ~interaction(wave, stratum), weights = ~weight, data = rows))

domain_cases <- list()
domains <- list(wave1 = quote(wave == "1"), target = quote(age != "60-74"), old = quote(age == "85+" & wave == "2"),
                D = quote(stratum == "D"), E = quote(stratum == "E" & wave == "1"), DE = quote(stratum %in% c("D", "E")))
for (d in names(designs)) for (policy in c("adjust", "certainty", "remove", "average")) {
  if (d == "records" && policy != "adjust") next
  options(survey.lonely.psu = policy)
  for (k in names(domains)) for (y in c("lonely", "score")) {
    keep <- eval(domains[[k]], rows) & !is.na(rows$score)
    if (policy == "average" && k == "E" && d != "records") next # nothing left to average: R gives NaN
    s <- designs[[d]][keep, ]
    m <- svymean(as.formula(paste0("~", y)), s)
    rep_ <- svymean(as.formula(paste0("~", y)), s, deff = "replace")
    n <- sum(keep)
    domain_cases[[length(domain_cases) + 1]] <- list(design = d, lonelyPsu = policy, domain = k, measure = y, n = n,
      value = unname(coef(m)[1]), variance = vcov(m)[1, 1], df = degf(s), deffReplace = unname(deff(rep_)[1]))
  }
}

# ---- joint estimates: domains that are apart, that overlap, and in both waves of the panel
options(survey.lonely.psu = "adjust")
joint_cases <- list()
for (d in names(designs)) {
  des <- subset(designs[[d]], !is.na(score))
  des <- update(des, cell = interaction(age, sex, wave))
  b <- svyby(~lonely, ~cell, des, svymean, covmat = TRUE)
  joint_cases[[length(joint_cases) + 1]] <- list(design = d, kind = "age x sex x wave", cells = as.character(b$cell),
    values = unname(coef(b)), covariance = unname(as.matrix(vcov(b))), df = degf(des))
  # overlapping: ratios over one design share their influence functions
  des <- update(des, old = as.numeric(age != "60-74"), woman = as.numeric(sex == "female"), second = as.numeric(wave == "2"), all = 1)
  des <- update(des, y1 = score * old, y2 = score * woman, y3 = score * second, y4 = score)
  r <- svyratio(~y1 + y2 + y3 + y4, ~old + woman + second + all, des, covmat = TRUE)
  diag_at <- c(1, 6, 11, 16)
  joint_cases[[length(joint_cases) + 1]] <- list(design = d, kind = "overlapping", cells = c("75+", "female", "wave 2", "all"),
    values = unname(coef(r))[diag_at], covariance = unname(as.matrix(vcov(r)))[diag_at, diag_at], df = degf(des))
}

# ---- standardised: svyby(covmat) and svycontrast, both waves and their change
persons <- c(`75-79` = 330, `80-84` = 240, `85+` = 210)
W <- persons / sum(persons)
standard_cases <- list()
for (d in names(designs)) {
  des <- subset(designs[[d]], !is.na(score) & age != "60-74")
  des <- update(des, cell = interaction(age, wave, drop = TRUE))
  for (y in c("lonely", "score")) {
    b <- svyby(as.formula(paste0("~", y)), ~cell, des, svymean, covmat = TRUE)
    w <- function(wave) setNames(ifelse(grepl(paste0("\\.", wave, "$"), b$cell), W[sub("\\..*", "", b$cell)], 0), as.character(b$cell))
    both <- svycontrast(b, list(first = w("1"), second = w("2"), change = w("2") - w("1")))
    standard_cases[[length(standard_cases) + 1]] <- list(design = d, measure = y, values = unname(coef(both)),
      covariance = unname(as.matrix(vcov(both))), df = degf(des),
      dfByWave = c(degf(subset(des, wave == "1")), degf(subset(des, wave == "2"))))
  }
}

# ---- five people, two strata of two and one of one: every rule for the lonely PSU
five <- data.frame(stratum = c("1", "1", "2", "2", "3"), weight = c(10.5, 10.5, 20, 20, 15), height = c(6.2, 5, 5.3, 5.7, 5.5))
lonely_cases <- lapply(c("adjust", "certainty", "remove", "average"), function(policy) {
  options(survey.lonely.psu = policy)
  m <- svymean(~height, svydesign(id = ~1, strata = ~stratum, weights = ~weight, data = five))
  list(lonelyPsu = policy, value = unname(coef(m)[1]), variance = vcov(m)[1, 1])
})
options(survey.lonely.psu = "fail")
failed <- tryCatch(svymean(~height, svydesign(id = ~1, strata = ~stratum, weights = ~weight, data = five)), error = conditionMessage)

# ---- intervals at extreme sizes: the quantiles of the limits
interval_cases <- do.call(rbind, lapply(c(.002, .03, .5, .97), function(p) do.call(rbind, lapply(c(1, 8, 500, Inf), function(df) {
  n <- 400; v <- 1.3 * p * (1 - p) / n; neff <- p * (1 - p) / v
  adjusted <- neff * (qt(.975, n - 1) / qt(.975, df))^2; x <- min(adjusted, n) * p; m <- min(adjusted, n)
  half <- qt(.975, df) * sqrt(v) / (p * (1 - p))
  data.frame(value = p, variance = v, df = if (is.infinite(df)) "Inf" else as.character(df), n, neff,
    kgLow = qbeta(.025, x, m - x + 1), kgHigh = qbeta(.975, x + 1, m - x),
    logitLow = plogis(qlogis(p) - half), logitHigh = plogis(qlogis(p) + half))
}))))

write_json(list(meta = list(R = R.version.string, survey = as.character(packageVersion("survey")), script = "estimate.R"),
                domains = domain_cases, joint = joint_cases, standardised = standard_cases, persons = as.list(persons),
                lonely = lonely_cases, lonelyFailure = failed, intervals = interval_cases),
           file.path(here, "estimate.json"), digits = I(17), auto_unbox = TRUE, na = "null", pretty = FALSE)
