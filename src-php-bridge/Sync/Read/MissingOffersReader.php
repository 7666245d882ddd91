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
 * A side question: where KeyCRM refuses it, or does not answer for minutes, the run goes on without, and the
 * products in question keep their stock quantity.
 */
final class MissingOffersReader {

	/** What is wrong is the key or the connection; the next request of any kind would fail in the same way. */
	private const NOT_ABOUT_THE_QUESTION = array( ErrorKind::NoKey, ErrorKind::Blocked, ErrorKind::Unauthorized, ErrorKind::Payment, ErrorKind::RateLimited );

	public function __construct(
		private readonly OfferEndpoint $offers,
		private readonly RetryPolicy $retry,
	) {}

	/**
	 * One request.
	 *
	 * @return OfferPage|null Null where no answer came that can be used, and asking again would not help.
	 * @throws WaitRequired     Before the request, where the next slot is far away.
	 * @throws ApiException Where asking again may help, or nothing would.
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
