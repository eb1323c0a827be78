export const id = 123;
export const ids = [123];
export const modules = {

/***/ 4123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8298);
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2413);


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
    const client = (0,_actions_github__WEBPACK_IMPORTED_MODULE_1__/* .getOctokit */ .Q)(token, { log: { debug, info: debug, warn: debug, error: debug } });
    client.hook.before('request', (options) => {
        options.request.signal = AbortSignal.any([deadline, AbortSignal.timeout(answerTimeout)]);
    });
    // Octokit makes text of an answer that breaks off: an empty list, in the end.
    client.hook.after('request', ({ data }) => {
        if (typeof data === 'string')
            throw Object.assign(new Error('broken off'), { status: 502 });
    });
    return client;
}


/***/ })

};
