/** Syncs one product on request, as the product's screen and the lists do. */
import { productSyncSchema } from '../../../src-admin/contract';
import type { ProductSync } from '../../../src-admin/contract';
import { call } from './session';
import type { Session } from './session';

export async function syncProduct(
	{ shop }: Pick< Session, 'shop' >,
	id: number
): Promise< ProductSync > {
	return productSyncSchema.parse(
		await call( shop, 'POST', `/products/${ id }/sync` )
	);
}

/** Returns every request to KeyCRM since its log was cleared. */
export const requests = ( { keycrm }: Pick< Session, 'keycrm' > ): string[] =>
	keycrm.log.entries().map( ( { endpoint } ) => endpoint );
