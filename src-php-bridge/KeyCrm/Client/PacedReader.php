<?php
/**
 * Reads stock from KeyCRM, no faster than it allows.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Offer\OfferEndpoint;
use KeyCrmStock\KeyCrm\Offer\OfferPage;
use KeyCrmStock\KeyCrm\Offer\OfferQuery;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\KeyCrm\Stock\StockPage;
use KeyCrmStock\KeyCrm\Stock\StockQuery;

final class PacedReader {

	public function __construct(
		private readonly StockEndpoint $stocks,
		private readonly OfferEndpoint $offers,
		private readonly ThrottledClient $pacer,
	) {}

	/**
	 * One request.
	 *
	 * @throws WaitRequired     Before the request, where the next slot is far away.
	 * @throws ApiException After it.
	 */
	public function page( StockQuery $query ): StockPage {
		return $this->pacer->send( fn ( int $sent_ms ): StockPage => $this->stocks->page( $query, $sent_ms ) );
	}

	/**
	 * One request.
	 *
	 * @throws WaitRequired     Before the request, where the next slot is far away.
	 * @throws ApiException After it.
	 */
	public function offers( OfferQuery $query ): OfferPage {
		return $this->pacer->send( fn ( int $sent_ms ): OfferPage => $this->offers->page( $query, $sent_ms ) );
	}
}
