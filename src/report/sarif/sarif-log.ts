/**
 * As much of SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format") as a log of this
 * program has, with the sections of the specification. What is optional there and wanted by GitHub's
 * code scanning is not optional here.
 */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

/** §3.14 */
export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  /** §3.17.3: a category, and a `/` at its end. */
  readonly automationDetails: { readonly id: string };
  readonly columnKind: 'utf16CodeUnits';
  readonly invocations: readonly [SarifInvocation];
  readonly artifacts: readonly SarifArtifact[];
  readonly results: readonly SarifResult[];
}

/** §3.19 */
interface SarifDriver {
  readonly name: string;
  readonly version: string;
  readonly semanticVersion: string;
  readonly rules: readonly SarifRule[];
}

/** §3.49, `reportingDescriptor`; GitHub takes 1024 characters of a description. */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifText;
  readonly fullDescription: SarifText;
  readonly help: SarifText & { readonly markdown: string };
  readonly helpUri: string | undefined;
  readonly defaultConfiguration: { readonly level: 'error' | 'warning' };
  readonly properties: {
    readonly tags: readonly string[];
    readonly precision: 'very-high';
    readonly 'problem.severity': 'error' | 'warning';
  };
}

/** §3.20 */
interface SarifInvocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly SarifNotification[];
}

/** §3.58 */
export interface SarifNotification {
  readonly level: 'error' | 'warning' | 'note';
  readonly message: SarifText;
  readonly locations?: readonly [{ readonly physicalLocation: SarifPosition }];
}

/** §3.29, with the start of a region alone: from 1. */
interface SarifPosition {
  readonly artifactLocation: SarifFile;
  readonly region: { readonly startLine: number; readonly startColumn: number };
}

/** §3.24 */
interface SarifArtifact {
  readonly location: SarifFile;
  /** In bytes. */
  readonly length: number;
  readonly hashes: { readonly 'sha-256': string };
  readonly roles: readonly ['analysisTarget'];
  readonly properties: { readonly memory: readonly string[] };
}

/** §3.27 */
export interface SarifResult {
  readonly ruleId: string;
  /** In `rules` of the driver. */
  readonly ruleIndex?: number;
  readonly level: 'error' | 'warning';
  readonly message: SarifText;
  readonly analysisTarget: SarifFile;
  readonly locations: readonly [{ readonly physicalLocation: SarifLocation }];
  /** §3.35 */
  readonly suppressions?: readonly [{ readonly kind: 'external'; readonly justification: string }];
  /** §3.27.17; GitHub knows an alert again by this name. */
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}

/** §3.29, with the region of §3.30: from 1, and the end is the first character behind it. */
export interface SarifLocation {
  readonly artifactLocation: SarifFile;
  readonly region: {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
}

/** §3.4 */
interface SarifFile {
  readonly uri: string;
}

/** §3.11 */
interface SarifText {
  readonly text: string;
}
