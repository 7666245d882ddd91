/** One product synced at a person's word, as the product's screen and the lists do it. */
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

/** Every request that KeyCRM has had since its log was cleared. */
export const requests = ( { keycrm }: Pick< Session, 'keycrm' > ): string[] =>
	keycrm.log.entries().map( ( { endpoint } ) => endpoint );
