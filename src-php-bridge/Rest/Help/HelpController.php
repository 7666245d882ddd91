<?php
/**
 * What the Help tab says.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest\Help;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Rest\Controller;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Text\Help\HelpText;

/** GET /help: sentences in the language of the person who asks. */
final class HelpController extends Controller {

	public function register( RouteArguments $arguments ): void {
		register_rest_route( self::NAMESPACE, '/help', array( $this->route( 'GET', static fn (): array => array( 'sections' => HelpText::sections() ) ) ) );
	}
}
