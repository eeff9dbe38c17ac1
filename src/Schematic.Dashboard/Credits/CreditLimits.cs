namespace Schematic.Dashboard.Credits;

/// <summary>Limits of the API, so that a form says them before it is sent.</summary>
internal static class CreditLimits
{
    /// <summary>The longest lifetime of credits, in days or billing periods.</summary>
    public const long MostExpiryUnits = 10_000;

    /// <summary>The most credits of one type that a company can hold.</summary>
    public const long MostCredits = 9_000_000_000_000;

    /// <summary>The most credits in one grant of a plan.</summary>
    public const long MostInPlanGrant = 9_999_999_999;

    public const string BadExpiryCount = "Enter a whole number from 1 to 10,000.";
}
