<?php
/**
 * The saved settings are there, and are no settings.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * It happens when a database is moved with "search and replace". The defaults in their place would sell other
 * warehouses and reserves, and the next save would make that last: so nothing is done until somebody decides.
 */
final class SettingsDamaged extends \RuntimeException {}
