export const id = 123;
export const ids = [123];
export const modules = {

/***/ 4123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2413);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(469);



/** How long one answer may take, in milliseconds. */
const ANSWER_TIMEOUT_MS = 15_000;
/**
 * Opens the API. To be imported only when there is something to send: loading what is behind it makes
 * the start of the Action a third longer.
 *
 * @param deadline ends every request.
 */
function connect(token, deadline, answerTimeout = ANSWER_TIMEOUT_MS) {
    const { /* debug */ "Yz": debug } = _actions_core__WEBPACK_IMPORTED_MODULE_0__;
    // Octokit reads it once, when it is imported; tests have one API each.
    const { GITHUB_API_URL: baseUrl } = process.env;
    const client = (0,_actions_github__WEBPACK_IMPORTED_MODULE_1__/* .getOctokit */ .Q)(token, {
        ...(baseUrl && { baseUrl }),
        log: { debug, info: debug, warn: debug, error: debug },
    });
    client.hook.before('request', (options) => {
        options.request.signal = AbortSignal.any([deadline, AbortSignal.timeout(answerTimeout)]);
    });
    client.hook.after('request', ({ data, url }) => (0,_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .checkAnswer */ .dG)(data, url));
    return client;
}


/***/ })

};
