<?php
/**
 * Asks KeyCRM for offers that its stock list lacks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Hooks;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Offer\OfferEndpoint;
use KeyCrmStock\KeyCrm\Offer\OfferPage;
use KeyCrmStock\KeyCrm\Offer\OfferQuery;
use KeyCrmStock\Value\Run\Run;

/**
 * A run can do without this answer. If KeyCRM refuses the request, or does not answer for minutes, the run goes on and
 * the products in question keep their stock quantity.
 */
final class MissingOffersReader {

	/** With these errors the key or the connection is wrong, so any other request would fail in the same way. */
	private const NOT_ABOUT_THE_QUESTION = array( ErrorKind::NoKey, ErrorKind::Blocked, ErrorKind::Unauthorized, ErrorKind::Payment, ErrorKind::RateLimited );

	public function __construct(
		private readonly OfferEndpoint $offers,
		private readonly RetryPolicy $retry,
	) {}

	/**
	 * Sends one request.
	 *
	 * @return OfferPage|null Null if no usable answer came, and asking again would not help.
	 * @throws WaitRequired     Before the request, where the next slot is far away.
	 * @throws ApiException If asking again may help, or if no request would succeed.
	 */
	public function ask( Run $run, OfferQuery $query ): ?OfferPage {
		try {
			return $this->offers->page( $query );
		} catch ( ApiException $error ) {
			if ( in_array( $error->kind, self::NOT_ABOUT_THE_QUESTION, true ) || null !== $this->retry->delay_ms( $run->attempts + 1, $error ) ) {
				throw $error;
			}
			Hooks::unanswered( $run, 'offers', $error->kind->value, $error->details );
			return null;
		}
	}
}
