# Weighted BIC of a yearly series with two joinpoints (Kim et al. 2022): the partial R2 of each bend
# in its two adjacent segments, observations after the joinpoint before up to and including the one after.
t <- 2005:2022
p <- rev(c(.412,.421,.433,.439,.452,.458,.455,.451,.452,.446,.443,.438,.441,.452,.463,.470,.484,.491))
v <- rep(c(1.0,1.3,.9)*1e-5, 6)
fit <- function(t, p, v, j) {
  X <- cbind(1, t - 2005); for (x in j) X <- cbind(X, pmax(0, t - x))
  sum(resid(lm.wfit(X, p, 1/v))^2 / v)
}
n <- length(t); sse <- list(); best <- list()
for (k in 0:2) {
  z <- if (k == 0) list(integer(0)) else combn(3:(n-2), k, simplify = FALSE)
  z <- Filter(function(x) k < 2 || all(diff(x) - 1 >= 2), z)
  s <- sapply(z, function(x) fit(t, p, v, t[x])); best[[k+1]] <- t[z[[which.min(s)]]]; sse[[k+1]] <- min(s)
}
r2 <- function(j, from, to) { i <- t > from & t <= to; 1 - fit(t[i], p[i], v[i], j) / fit(t[i], p[i], v[i], numeric(0)) }
j <- best[[3]]; edges <- c(-Inf, j, Inf)
partial <- sapply(1:2, function(i) r2(j[i], edges[i], edges[i+2]))
wbic <- log(sse[[3]]/n) + ((2 + max(partial))*2 + 2)*log(n)/n
js <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse=","), "]")
cat(sprintf('{\n"R":"%s",\n"t":%s,\n"p":%s,\n"v":%s,\n"joinpoints":%s,\n"sse":%s,\n"partialR2":%s,\n"wbic":%.17g\n}\n',
  R.version.string, js(t), js(p), js(v), js(j), js(unlist(sse)), js(partial), wbic), file = "joinpoint-wbic.json")
