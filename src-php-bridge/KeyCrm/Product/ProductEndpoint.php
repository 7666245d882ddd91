<?php
/**
 * Looks products up in KeyCRM, and has new ones made there.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\Client;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\JsonNumber;
use KeyCrmStock\KeyCrm\Client\ListEnvelope;
use KeyCrmStock\KeyCrm\Client\Request;
use KeyCrmStock\KeyCrm\Client\Response;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use stdClass;

/**
 * One call is one request (keycrm-server/API.md §5). A POST is never repeated here: after an unclear answer the caller
 * looks the SKUs up first.
 */
final class ProductEndpoint {

	/** Products of an import, and variants of a request, that KeyCRM takes. */
	public const MOST = 100;

	private const PATH = '/products';

	public function __construct( private readonly Client $client ) {}

	/**
	 * Waits until a request may be sent, so that its intent can be noted just before it.
	 *
	 * @throws WaitRequired
	 */
	public function wait_for_slot(): void {
		$this->client->wait_for_slot();
	}

	/**
	 * @return int KeyCRM's id of the new product.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function create( NewProduct $product ): int {
		$answer = $this->posted( self::PATH, $product->to_array() );
		return JsonNumber::whole( $answer->data->id ?? null, 1 ) ?? throw ListEnvelope::broken( 'id', 'the id of the new product', $answer->data->id ?? null )->for_write();
	}

	/**
	 * @param non-empty-list<NewProduct> $products At most MOST, without variants.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function import( array $products ): void {
		$this->posted( self::PATH . '/import', array( 'products' => array_map( static fn ( NewProduct $product ): array => $product->to_array(), $products ) ) );
	}

	/**
	 * @param non-empty-list<NewOffer> $offers At most MOST.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function add_offers( int $product_id, array $offers ): void {
		$this->posted( self::PATH . "/$product_id/offers", array( 'offers' => array_map( static fn ( NewOffer $offer ): array => $offer->to_array(), $offers ) ) );
	}

	/**
	 * @return ?CrmProduct Null if KeyCRM has no product with this id.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function find( int $product_id ): ?CrmProduct {
		try {
			$answer = $this->client->send( Request::get( self::PATH . "/$product_id", array() ) );
		} catch ( ApiException $error ) {
			if ( ErrorKind::NotFound === $error->kind ) {
				return null;
			}
			throw $error;
		}
		$product = CrmProduct::parse( $answer->data );
		return $product?->id === $product_id ? $product : throw ListEnvelope::broken( 'id', (string) $product_id, $answer->data->id ?? null );
	}

	/**
	 * @param int $page From 1.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function page( int $page ): CrmProductPage {
		$envelope = $this->listed( self::PATH, $page );
		return new CrmProductPage( $envelope->last_page, array_values( array_filter( array_map( CrmProduct::parse( ... ), $envelope->rows ) ) ) );
	}

	/**
	 * @param int $page From 1.
	 * @return array{int, list<array{id: int, name: string, parent_id: int}>} The last page's number, and this page's categories; 0 is the parent of none.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function categories( int $page ): array {
		$envelope = $this->listed( self::PATH . '/categories', $page );
		$found    = array();
		foreach ( $envelope->rows as $row ) {
			$id = $row instanceof stdClass ? JsonNumber::whole( $row->id ?? null, 1 ) : null;
			if ( $row instanceof stdClass && null !== $id && is_string( $row->name ?? null ) ) {
				$found[] = array(
					'id'        => $id,
					'name'      => trim( $row->name ),
					'parent_id' => JsonNumber::whole( $row->parent_id ?? null, 1 ) ?? 0,
				);
			}
		}
		return array( $envelope->last_page, $found );
	}

	private function listed( string $path, int $page ): ListEnvelope {
		$query = array(
			'limit' => StockQuery::LIMIT,
			'page'  => $page,
		);
		return ListEnvelope::open( $this->client->send( Request::get( $path, $query ) )->data, $page );
	}

	/** @param array<string, mixed> $body */
	private function posted( string $path, array $body ): Response {
		$answer = $this->client->send( Request::write( 'POST', $path, $body, false ) );
		if ( false === ( $answer->data->status ?? null ) ) {
			throw ListEnvelope::broken( 'status', 'true', false )->for_write();
		}
		return $answer;
	}
}
