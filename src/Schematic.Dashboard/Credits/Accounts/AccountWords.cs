using System.Globalization;
using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>Balances and grants of a company in words.</summary>
internal static class AccountWords
{
    /// <summary>Causes of a removal that a person can give.</summary>
    public static IReadOnlyList<BillingCreditGrantZeroedOutReason> RemovalReasons { get; } =
    [
        BillingCreditGrantZeroedOutReason.Manual,
        BillingCreditGrantZeroedOutReason.Reconciled,
        BillingCreditGrantZeroedOutReason.CustomerArchived,
        BillingCreditGrantZeroedOutReason.PlanChange,
        BillingCreditGrantZeroedOutReason.IntegrationUninstalled,
    ];

    /// <summary>A lane in one sentence, with every figure.</summary>
    public static string Sentence(GrantLane lane, CreditUnits units)
    {
        var text = $"{lane.Grant.SourceLabel}: {CreditAmount.Format(lane.Left)} of {units.Format(lane.Quantity)} left";
        if (lane.Held > 0)
            text += $", {CreditAmount.Format(lane.Held)} of them held";
        return $"{text}, from {Day(lane.From)}, {(lane.Until is { } end ? $"expires {Day(end)}" : "never expires")}";
    }

    /// <summary>When credits run out, with the rate that says so.</summary>
    public static string Sentence(RunOut forecast, CreditUnits units)
    {
        var basis =
            $"At {units.Format(decimal.Round(forecast.PerDay, 2))} a day, as in the last "
            + (
                forecast.BasisDays == 1
                    ? "day"
                    : string.Create(CultureInfo.InvariantCulture, $"{forecast.BasisDays} days")
            );
        var end = forecast.At is { } at ? $"they run out on {Day(at)}" : "they last for more than ten years";
        return forecast.Unused > 0
            ? $"{basis}, {end}; {CreditAmount.Format(decimal.Round(forecast.Unused, 2))} expire unused before."
            : $"{basis}, {end}.";
    }

    public static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
