using System.Globalization;
using System.Text.Json;

namespace Schematic.E2E.Sdk;

/// <summary>What SDKs should have read of the company of a shop.</summary>
internal sealed class ReadEntitlements(SoldShop shop)
{
    private readonly string _nextMonth = NextMonth(DateTimeOffset.UtcNow);

    /// <summary>Holds what the SDK for Node has read, of all flags together and of each alone.</summary>
    public void HoldNode(JsonElement answers, long used)
    {
        Hold("boolean", true, new() { ["valueType"] = "boolean" });
        Hold(
            "numeric",
            used < SoldShop.Limit,
            new()
            {
                ["valueType"] = "numeric",
                ["allocation"] = SoldShop.Limit,
                ["usage"] = used,
                ["eventName"] = shop.Event,
                ["metricPeriod"] = "current_month",
                ["monthReset"] = "first_of_month",
                ["metricResetAt"] = _nextMonth,
            }
        );
        Hold(
            "limited",
            true,
            new()
            {
                ["valueType"] = "trait",
                ["allocation"] = SoldShop.Quota,
                ["usage"] = used,
            }
        );
        Hold("unlimited", true, new() { ["valueType"] = "unlimited", ["usage"] = used });
        Hold(
            "seats",
            false,
            new()
            {
                ["valueType"] = "trait",
                ["allocation"] = SoldShop.Seats,
                ["usage"] = SoldShop.Seats,
            }
        );

        void Hold(string kind, bool value, Dictionary<string, object> entitlement)
        {
            var answer = answers.GetProperty($"{kind}-{shop.Tag}");
            var type = value ? "plan_entitlement" : "plan_entitlement_usage_exceeded";
            Assert.Equal(value, answer.GetProperty("value").GetBoolean());
            foreach (var name in (string[])["listed", "alone"])
            {
                var read = answer.GetProperty(name);
                Assert.Equal(
                    (value, type),
                    (read.GetProperty("value").GetBoolean(), read.GetProperty("ruleType").GetString())
                );
                AssertMembers(entitlement, read.GetProperty("entitlement"), "allocation", "usage", "metricResetAt");
            }

            AssertMembers(
                Renamed(entitlement),
                answer.GetProperty("listed"),
                "featureAllocation",
                "featureUsage",
                "featureUsagePeriod",
                "featureUsageResetAt"
            );
        }
    }

    /// <summary>Holds what the SDK for browsers has read.</summary>
    public void HoldBrowser(JsonElement answers, long used)
    {
        Hold("boolean", true, []);
        Hold(
            "numeric",
            used < SoldShop.Limit,
            new()
            {
                ["featureAllocation"] = SoldShop.Limit,
                ["featureUsage"] = used,
                ["featureUsageEvent"] = shop.Event,
                ["featureUsagePeriod"] = "current_month",
                ["featureUsageResetAt"] = _nextMonth,
            }
        );
        Hold("limited", true, new() { ["featureAllocation"] = SoldShop.Quota, ["featureUsage"] = used });
        Hold("unlimited", true, new() { ["featureUsage"] = used });
        Hold("seats", false, new() { ["featureAllocation"] = SoldShop.Seats, ["featureUsage"] = SoldShop.Seats });

        void Hold(string kind, bool value, Dictionary<string, object> members)
        {
            var read = answers.GetProperty($"{kind}-{shop.Tag}");
            Assert.Equal(value, read.GetProperty("value").GetBoolean());
            // The SDK concludes it from the type of the rule.
            Assert.Equal(
                !value,
                read.TryGetProperty("featureUsageExceeded", out var exceeded) && exceeded.GetBoolean()
            );
            AssertMembers(
                members,
                read,
                "featureAllocation",
                "featureUsage",
                "featureUsagePeriod",
                "featureUsageResetAt"
            );
        }
    }

    /// <summary>
    /// Each expected member is there; those of <paramref name="known"/> that are not expected are not.
    /// </summary>
    private static void AssertMembers(Dictionary<string, object> expected, JsonElement read, params string[] known)
    {
        foreach (var (name, value) in expected)
            Assert.Equal((name, JsonSerializer.Serialize(value)), (name, Text(name)));
        foreach (var name in known.Where(name => !expected.ContainsKey(name)))
            Assert.Equal((name, "null"), (name, Text(name)));

        string Text(string name) => read.TryGetProperty(name, out var member) ? member.GetRawText() : "null";
    }

    // The older names of the same, beside the entitlement.
    private static Dictionary<string, object> Renamed(Dictionary<string, object> entitlement)
    {
        var names = new Dictionary<string, string>
        {
            ["allocation"] = "featureAllocation",
            ["usage"] = "featureUsage",
            ["eventName"] = "featureUsageEvent",
            ["metricPeriod"] = "featureUsagePeriod",
            ["metricResetAt"] = "featureUsageResetAt",
        };
        return entitlement
            .Where(member => names.ContainsKey(member.Key))
            .ToDictionary(member => names[member.Key], static member => member.Value);
    }

    // As JavaScript writes a Date.
    private static string NextMonth(DateTimeOffset now) =>
        new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero)
            .AddMonths(1)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
