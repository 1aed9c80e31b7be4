# Expected values for test/estimate/published.test.ts: the variance of a published figure.
# Rscript published.R writes published.json beside itself; R 4.2.2, jsonlite.
suppressPackageStartupMessages(library(jsonlite))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
z <- qnorm(.975)

from_interval <- function(value, low, high) {
  logit <- (qlogis(high) - qlogis(low)) / (2 * z) * value * (1 - value)
  wald <- (high - low) / (2 * z)
  limits <- list(logit = plogis(qlogis(value) + c(-1, 1) * z * logit / (value * (1 - value))),
                 wald = value + c(-1, 1) * z * wald)
  miss <- sapply(limits, function(made) max(abs(made - c(low, high))))
  list(value = value, low = low, high = high, seLogit = logit, seWald = wald,
       rule = names(which.min(miss)), se = c(logit = logit, wald = wald)[[names(which.min(miss))]])
}
# a logit interval of a small share, a Wald interval, one of whole percents, one that is rounded and askew
p <- .087; s <- .0123
q <- .563; u <- .0149
intervals <- list(
  from_interval(p, plogis(qlogis(p) - z * s / (p * (1 - p))), plogis(qlogis(p) + z * s / (p * (1 - p)))),
  from_interval(q, q - z * u, q + z * u),
  from_interval(.56, .54, .58),
  from_interval(.088, .071, .109))

from_n <- function(value, n, deff, unit) {
  sampling <- value * (1 - value) * deff / n
  variance <- sampling + unit^2 / 12
  half <- z * sqrt(variance) / (value * (1 - value))
  list(value = value, n = n, deff = deff, unit = unit, variance = variance,
       low = plogis(qlogis(value) - half), high = plogis(qlogis(value) + half))
}
counts <- list(from_n(.5632917, 640, 1.8, 0), from_n(.56, 457153, 1, .01), from_n(.486, 65000, 1.8, .001))

# rounding to whole percents: the variance of what was rounded away, over every value there may be
rounded <- seq(.3, .7, length.out = 400001)
away <- var(round(rounded, 2) - rounded)

writeLines(toJSON(list(R = R.version.string, intervals = intervals, counts = counts, roundedAway = away),
                  auto_unbox = TRUE, digits = I(17), pretty = TRUE), file.path(here, "published.json"))
