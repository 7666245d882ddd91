import type { Category, Offer, Product, Warehouse } from './types';

const FIRST_OFFER_ID = 4001;
const FIRST_PRODUCT_ID = 1001;

/** Warehouses, products and offers of one account, and ways to find them. */
export class Catalogue {
	readonly warehouses = new Map< number, Warehouse >();
	readonly categories = new Map< number, Category >();
	readonly products = new Map< number, Product >();
	private list: Offer[] = [];
	private by_id: Map< number, Offer > = new Map();
	private by_sku = new Map< string, Offer[] >();
	private in_id_order: Offer[] | null = null;
	private next_offer = FIRST_OFFER_ID;
	private next_product = FIRST_PRODUCT_ID;

	/** In the order of lists without `sort`, which is not that of the ids. */
	offers(): readonly Offer[] {
		return this.list;
	}

	offersById(): readonly Offer[] {
		this.in_id_order ??= [ ...this.list ].sort( ( a, b ) => a.id - b.id );
		return this.in_id_order;
	}

	offer( id: number ): Offer | undefined {
		return this.by_id.get( id );
	}

	offersOfSku( sku: string ): readonly Offer[] {
		return this.by_sku.get( sku ) ?? [];
	}

	newOfferId(): number {
		return this.next_offer;
	}

	newProductId(): number {
		return this.next_product;
	}

	addProduct( product: Product ): void {
		if ( this.products.has( product.id ) ) {
			throw new Error( `There is a product ${ product.id } already.` );
		}
		this.products.set( product.id, product );
		this.next_product = Math.max( this.next_product, product.id + 1 );
	}

	addOffer( offer: Offer, where: 'start' | 'end' = 'end' ): void {
		if ( this.by_id.has( offer.id ) ) {
			throw new Error( `There is an offer ${ offer.id } already.` );
		}
		this.by_id.set( offer.id, offer );
		if ( 'start' === where ) {
			this.list.unshift( offer );
		} else {
			this.list.push( offer );
		}
		offer.product.offers.push( offer );
		this.next_offer = Math.max( this.next_offer, offer.id + 1 );
		this.in_id_order = null;
		this.indexSku( offer );
	}

	removeOffer( id: number ): void {
		const offer = this.by_id.get( id );
		if ( undefined === offer ) {
			return;
		}
		this.by_id.delete( id );
		this.list = this.list.filter( ( other ) => other !== offer );
		const siblings = offer.product.offers;
		siblings.splice( siblings.indexOf( offer ), 1 );
		this.in_id_order = null;
		this.unindexSku( offer );
	}

	renameSku( offer: Offer, sku: string | null ): void {
		this.unindexSku( offer );
		offer.sku = sku;
		this.indexSku( offer );
	}

	private indexSku( offer: Offer ): void {
		if ( null !== offer.sku ) {
			const same = this.by_sku.get( offer.sku ) ?? [];
			same.push( offer );
			this.by_sku.set( offer.sku, same );
		}
	}

	private unindexSku( offer: Offer ): void {
		if ( null !== offer.sku ) {
			const same = this.by_sku.get( offer.sku ) ?? [];
			this.by_sku.set(
				offer.sku,
				same.filter( ( other ) => other !== offer )
			);
		}
	}

	clear(): void {
		this.warehouses.clear();
		this.categories.clear();
		this.products.clear();
		this.by_id.clear();
		this.by_sku.clear();
		this.list = [];
		this.in_id_order = null;
		this.next_offer = FIRST_OFFER_ID;
		this.next_product = FIRST_PRODUCT_ID;
	}
}
