/** Says that HYPERCALL_PAGE is in no page of the guest, which starts at VIRT_BASE. */
export function hypercallPageOutside({ address, virtBase, guestPages }: Guest): string {
  const value = `HYPERCALL_PAGE is ${address}`;
  const distance = BigInt(address) - BigInt(virtBase);
  return distance < 0n
    ? `${value}, below VIRT_BASE, ${virtBase}, where the memory of the guest starts`
    : `${value}, in page ${distance / 4096n} from VIRT_BASE on, and the guest has ${guestPages} pages`;
}

interface Guest {
  /** Hexadecimal. */
  readonly address: string;
  /** Hexadecimal. */
  readonly virtBase: string;
  readonly guestPages: number;
}
