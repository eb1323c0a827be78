export const RELEASE_LIST = `A LIST of releases is separated by commas:
  4.17.3                    that release
  4.17                      the newest point release of 4.17
  4.17.x                    all point releases of 4.17
  4.14..4.20 >=4.17 <=4.3   the newest of each series in the range
  supported                 the newest of each series that has security support
  all                       the newest of each series
  every                     every release
  debian-12                 what a product installs today: docs/products.md
  debian-12@2025-01         what it installed then; debian-12-initial at first
  debian                    the products of a family that are supported today
  products                  all products that are supported today
  4.17.7+no-domu-lzo        a release with a difference: +NAME for a backport,
                            +no-NAME for a part left out (see targets)
  all+no-domu-lzo           a set of releases, each with the difference where
                            it has an effect`;
