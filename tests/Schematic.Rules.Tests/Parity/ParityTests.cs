using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Parity;

/// <summary>The rows of the domain's table of conditions, read from the files beside this one.</summary>
public sealed class ParityTests
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private static readonly Dictionary<string, ParityVector> Vectors = Read();

    public static TheoryData<string> Names { get; } = [.. Vectors.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_condition_holds_as_the_domain_says(string name)
    {
        var vector = Vectors[name];
        var subject = new CheckSubject(
            vector.Company is { } company ? CompanyContext.Prepare(company.Read()) : null,
            vector.User is { } user ? UserContext.Prepare(user.Read()) : null
        );
        var flag = new FlagBuilder().With(FlagBuilder.Rule("rule_1", true, vector.Condition.Read())).Prepare();

        Assert.Equal(vector.Holds, FlagEvaluator.Evaluate(flag, subject, vector.Preflight?.Read()).Value);
    }

    [Fact]
    public void Every_kind_of_condition_has_vectors_that_hold_and_others_that_do_not()
    {
        var kinds = Vectors.Values.ToLookup(
            static vector => vector.Condition.ConditionType,
            static vector => vector.Holds
        );

        Assert.All(
            Enum.GetValues<ConditionKind>().Where(static kind => kind != ConditionKind.Unknown),
            kind => Assert.Equal(2, kinds[kind].Distinct().Count())
        );
    }

    private static Dictionary<string, ParityVector> Read()
    {
        var assembly = typeof(ParityTests).Assembly;
        var vectors =
            from file in assembly.GetManifestResourceNames()
            where file.Contains(".Parity.", StringComparison.Ordinal)
            from vector in JsonSerializer.Deserialize<IReadOnlyList<ParityVector>>(
                assembly.GetManifestResourceStream(file)!,
                Wire
            )!
            select (Name: $"{file.Split('.')[^2]}: {vector.Name}", Vector: vector);
        return vectors.ToDictionary(static named => named.Name, static named => named.Vector);
    }
}
