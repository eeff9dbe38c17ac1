using Schematic.Api.Http;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>
/// Holds an entitlement to the members of its value type: required ones are there, others are dropped.
/// </summary>
internal static class ValueMembers
{
    // One micro-credit, and what 64 bits of them hold.
    private const double MinRate = 0.000001;
    private const double MaxRate = 9_000_000_000_000;

    public static EntitlementValues Check(EntitlementValues given)
    {
        var own = given with
        {
            ValueBool = null,
            ValueNumeric = null,
            ValueTraitId = null,
            ValueCreditId = null,
            CreditConsumptionRate = null,
        };
        return given.ValueType switch
        {
            EntitlementValueType.Boolean => own with
            {
                ValueBool =
                    given.ValueBool ?? throw Missing("value_bool", "boolean", "whether the company has the feature"),
            },
            EntitlementValueType.Numeric => own with
            {
                ValueNumeric = given.ValueNumeric ?? throw Missing("value_numeric", "numeric", "the limit of usage"),
            },
            EntitlementValueType.Trait => own with
            {
                ValueTraitId =
                    Text(given.ValueTraitId)
                    ?? throw Missing("value_trait_id", "trait", "the company trait that holds the limit"),
            },
            EntitlementValueType.Credit => own with
            {
                ValueCreditId =
                    Text(given.ValueCreditId)
                    ?? throw Missing("value_credit_id", "credit", "the credit type that usage draws"),
                CreditConsumptionRate = CheckRate(given.CreditConsumptionRate),
            },
            _ => own,
        };
    }

    // A unit costs one credit where nothing else is said, as a check of the flag assumes.
    private static double CheckRate(double? given)
    {
        if (given is not { } rate)
            return 1;
        if (!(rate >= MinRate && rate <= MaxRate))
            throw ApiProblem.BadRequest(
                "credit_consumption_rate must be greater than 0: at least 0.000001 and at most 9000000000000 credits "
                    + "for a unit of usage.",
                "credit_consumption_rate"
            );
        return rate;
    }

    private static ApiException Missing(string field, string type, string meaning) =>
        ApiProblem.BadRequest($"{field} is required for value_type {type}: it says {meaning}.", field);

    private static string? Text(string? given) => given is null or "" ? null : given;
}
