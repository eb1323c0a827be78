import type { Fact } from '../programs/fact.ts';
import { NO } from '../programs/xen/difference-names.ts';
import { partsWith, XEN_FACTS, type XenFactId } from '../programs/xen/facts/facts.ts';
import { aFinding, identity, oneOf, text } from './evidence.ts';
import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const productNotKnown = defineRule({
  id: 'product-not-known',
  title: 'It is not known how this Xen was built',
  level: 'warning',
  stage: 'payload',
  evidence: {
    fact: identity(text('the fact that this Xen may have or lack')),
    of: oneOf('where the Xen is from: a product, or files that were read', 'product', 'files'),
    fails: identity(oneOf('whether the kernel fails with it or without it', 'with', 'without')),
    leadsTo: aFinding('what the kernel fails for in that case'),
  },
  message({ fact, fails, leadsTo }, describe) {
    return `It is not certain whether this Xen has ${fact} (${factOf(fact)?.what}), and this kernel boots only ${fails === 'with' ? 'without' : 'with'} it. Otherwise: ${describe(leadsTo)}`;
  },
  explanation: paragraphs(
    [
      'A product is an upstream release with differences, each with its evidence: `targets` lists them.',
      'Of some differences there is no evidence yet: a configuration that its vendor did not publish, or a library that may come by another package.',
      'The files of a Xen may leave something open, too.',
      'A hypervisor does not show which libraries the toolstack has, and a snapshot between two releases is like either.',
      'The check then tries both, and warns where the kernel boots with the one and fails with the other.',
    ],
    [
      'The finding is no message of Xen.',
      'What Xen prints is what it prints in the case in which the kernel fails.',
    ],
  ),
  fix: 'Find out on a host of this product, and name the answer behind the name of the product: `fedora-44+pv32` or `fedora-44+no-pv32`. Or change the kernel so that it boots either way.',
  fixFor: ({ evidence: { fact, of } }) =>
    of === 'files'
      ? `${findOutByFiles(fact)} Or change the kernel so that it boots either way.`
      : `${findOut(fact)} Then name the answer behind the name of the product, as \`PRODUCT+${fact}\` or \`PRODUCT+${NO}${fact}\`. Or change the kernel so that it boots either way.`,
  askXen: 'Ask the maintainer of the package which libraries and options it is built with.',
  references: [xenFile('tools/configure.ac'), xenFile('xen/arch/x86/Kconfig')],
});

function findOut(name: string): string {
  if (name === 'pv32') {
    return 'Run `xl info` on a host of this product: `xen_caps` has `xen-3.0-x86_32p` where it runs 32-bit PV kernels.';
  }
  const fact = factOf(name);
  if (fact?.needs !== undefined) {
    return `Run \`ldd\` on \`libxenguest.so\` of a host of this product: it lists \`${fact.needs}\` where the toolstack was built with it.`;
  }
  return `Look for the commit ${fact?.commit.slice(0, 12)} in the source package of this product.`;
}

function findOutByFiles(name: string): string {
  const fact = factOf(name);
  const parts = partsWith(name as XenFactId);
  if (fact?.kind === 'build-option') {
    return `Check both files of this Xen: add its ${parts.includes('toolstack') ? '`libxenguest.so.*`' : '`xen.gz`'} to \`--xen-binary\`.`;
  }
  return `Look for the commit ${fact?.commit.slice(0, 12)} in the source of this Xen. Then name the answer behind its release, in place of the files: \`--xen RELEASE+${name}\` or \`--xen RELEASE+${NO}${name}\`.`;
}

function factOf(name: string): Fact | undefined {
  return XEN_FACTS[name as XenFactId];
}
