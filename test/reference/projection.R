# Invented cells: three waves, three cells, estimates that go together; base R only.
# Run in this folder: Rscript projection.R > projection.json
library(jsonlite)
options(digits = 17)
times <- c(2008.5, 2012.75, 2016.8)
p <- c(.41, .52, .60,  .44, .53, .66,  .47, .58, .65)
se <- c(.010, .014, .030,  .012, .013, .028,  .011, .016, .031)
correlation <- outer(1:9, 1:9, function(i, j) ifelse(i == j, 1, ifelse((i - 1) %/% 3 == (j - 1) %/% 3, .15, .02)))
V <- correlation * outer(se, se)
y <- qlogis(p)
d <- 1 / (p * (1 - p))
S <- V * outer(d, d)
coefficients <- matrix(0, 9, 3)
for (g in 1:3) {
  at <- c(g, g + 3, g + 6)
  w <- 1 / diag(S)[at]
  for (k in 1:3) coefficients[at[k], g] <- coef(lm(as.numeric(1:3 == k) ~ times, weights = w))[2]
}
slopes <- as.vector(t(coefficients) %*% y)
# the same slopes from the data themselves
stopifnot(all.equal(slopes, sapply(1:3, function(g) unname(coef(lm(y[g + c(0, 3, 6)] ~ times, weights = 1 / diag(S)[g + c(0, 3, 6)]))[2]))))
v <- diag(t(coefficients) %*% S %*% coefficients)
weights <- as.vector(coefficients %*% (1 / v) / sum(1 / v))
beta <- sum(weights * y)
Q <- sum((slopes - beta)^2 / v)
N <- c(900, 700, 400)
h <- 7.3
L <- function(eta) { b <- sum(weights * eta); sum(N * plogis(eta[7:9] + b * h)) }
gradient <- sapply(1:9, function(i) { e <- 1e-5; u <- y; l <- y; u[i] <- u[i] + e; l[i] <- l[i] - e; (L(u) - L(l)) / (2 * e) })
set.seed(4)
values <- round(rnorm(17), 4)
cat(toJSON(list(
  meta = list(made = R.version.string, script = "projection.R", synthetic = TRUE),
  times = times, p = p, covariance = V, logits = y, logitCovariance = S,
  slope = list(beta = beta, se = sqrt(as.numeric(t(weights) %*% S %*% weights)), Q = Q, df = 2, p = pchisq(Q, 2, lower.tail = FALSE)),
  persons = N, slopeYears = h, L = L(y), surveySe = sqrt(as.numeric(t(gradient) %*% S %*% gradient)),
  smoothed = list(logit = qlogis((80 * 0 + .5) / 81), variance = 1 / (80 * (.5 / 81) * (1 - .5 / 81))),
  sample = values, shares = c(.025, .1, .5, .9, .975), quantiles = unname(quantile(values, c(.025, .1, .5, .9, .975)))
), digits = NA, auto_unbox = TRUE, pretty = TRUE), "\n")
