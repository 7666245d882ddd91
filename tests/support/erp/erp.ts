/**
 * An ERP (1C, BAS, MoySklad …) that keeps KeyCRM's stock by KeyCRM's own API. It knows nothing of the shop or of our
 * plugin, so it imports nothing of ours.
 */

export interface StockOfSku {
	readonly sku: string;
	/** What lies in the warehouse, reserved pieces included. */
	readonly quantity: number;
}

export class Erp {
	/**
	 * @param url As in https://openapi.keycrm.app/v1.
	 * @param key KeyCRM's API key.
	 */
	constructor(
		private readonly url: string,
		private readonly key: string
	) {}

	/** Says how much of each SKU lies in a warehouse. @return KeyCRM's HTTP status. */
	async setStock(
		warehouse_id: number,
		stocks: readonly StockOfSku[]
	): Promise< number > {
		const { status } = await fetch( `${ this.url }/offers/stocks`, {
			method: 'PUT',
			headers: {
				Authorization: `Bearer ${ this.key }`,
				'Content-Type': 'application/json',
				Accept: 'application/json',
			},
			body: JSON.stringify( { warehouse_id, stocks } ),
		} );
		return status;
	}
}
