using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Users;

namespace Schematic.Api.Tests.Http.Binding;

public sealed class ContractValidatorTests
{
    private static readonly string TooLong = new('x', TextSafety.MaxLength + 1);

    public static TheoryData<string, object, string> Wrong { get; } =
        new()
        {
            {
                "limit must be between 0 and 250.",
                new CompaniesQuery { Limit = 251 },
                "limit"
            },
            {
                "offset must not be negative.",
                new CompaniesQuery { Offset = -1 },
                "offset"
            },
            { "name must have at most 256 characters.", Company() with { Name = new string('x', 257) }, "name" },
            {
                "keys holds a text longer than 4096 characters.",
                Company() with
                {
                    Keys = new Dictionary<string, string> { ["a"] = "1", ["b"] = TooLong },
                },
                "keys.b"
            },
            {
                "remove_keys holds null where a string is needed.",
                Company() with
                {
                    RemoveKeys = ["a", null!],
                },
                "remove_keys[1]"
            },
            {
                "remove_keys must have at most 100 entries.",
                Company() with
                {
                    RemoveKeys = [.. Enumerable.Repeat("a", 101)],
                },
                "remove_keys"
            },
            {
                "companies holds null where an object is needed.",
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string>(),
                    Companies = [new Dictionary<string, string>(), null!],
                },
                "companies[1]"
            },
            {
                "companies holds a text longer than 4096 characters.",
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string>(),
                    Companies = [new Dictionary<string, string> { ["a"] = TooLong }],
                },
                "companies[0].a"
            },
            {
                "rules holds null where an object is needed.",
                new UpdateFlagRulesRequestBody { Rules = [null!] },
                "rules[0]"
            },
            {
                "contexts[1].preflight.usage must not be negative.",
                new CheckFlagsBulkRequestBody
                {
                    Contexts = [new(), new() { Preflight = new PreflightRequestBody { Usage = -1 } }],
                },
                "contexts[1].preflight.usage"
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void The_first_violation_is_refused_with_its_field(string sentence, object contract, string field)
    {
        var refusal = Assert.Throws<ApiException>(() => ContractValidator.Validate(contract));

        Assert.Equal((400, sentence, field), (refusal.Status, refusal.Message, refusal.Field));
    }

    [Fact]
    public void Lengths_are_counted_in_code_points() =>
        ContractValidator.Validate(Company() with { Name = string.Concat(Enumerable.Repeat("😀", 256)) });

    private static UpsertCompanyRequestBody Company() => new() { Keys = new Dictionary<string, string>() };
}
