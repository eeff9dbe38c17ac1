using System.Globalization;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Http;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits;

/// <summary>The lifetime of credits as requests say it.</summary>
internal static class CreditExpiryInput
{
    /// <summary>Members that must fit each other; a count without a type is a duration.</summary>
    /// <returns>Null if nothing is said.</returns>
    /// <param name="prefix">What stands before the names of the members: <c>auto_topup_</c>.</param>
    public static CreditLifetime? Check(
        BillingCreditExpiryType? type,
        BillingCreditExpiryUnit? unit,
        long? count,
        string prefix = ""
    )
    {
        if (type is null && unit is null && count is null)
            return null;
        type ??= BillingCreditExpiryType.Duration;
        if (type != BillingCreditExpiryType.Duration)
            return count is null
                ? new CreditLifetime(type.Value)
                : throw ApiProblem.BadRequest(
                    $"{prefix}expiry_unit_count is for a duration only. "
                        + $"Leave it out, or set {prefix}expiry_type to duration.",
                    $"{prefix}expiry_unit_count"
                );
        if (count is not { } number)
            throw ApiProblem.BadRequest(
                $"{prefix}expiry_unit_count is missing: say after how many days or billing periods the credits expire.",
                $"{prefix}expiry_unit_count"
            );
        if (number > CreditLifetime.MaxCount)
            throw ApiProblem.BadRequest(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{prefix}expiry_unit_count must be at most {CreditLifetime.MaxCount}. "
                        + $"Credits that live longer never expire: set {prefix}expiry_type to no_expiry."
                ),
                $"{prefix}expiry_unit_count"
            );
        return new CreditLifetime(type.Value, unit ?? BillingCreditExpiryUnit.Days, number);
    }
}
