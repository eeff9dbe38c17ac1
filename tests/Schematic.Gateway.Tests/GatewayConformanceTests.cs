using System.Reflection;
using RestEase;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Credits;
using Schematic.Gateway.Events;
using Schematic.Gateway.Flags;
using Schematic.Gateway.Insights;
using Schematic.Gateway.Members;
using Schematic.Gateway.Plans;
using Schematic.Gateway.Search;
using Schematic.Gateway.Sessions;
using Schematic.Gateway.Setup;
using Schematic.Gateway.Tests.Wire;
using Schematic.Testing.Contract;

namespace Schematic.Gateway.Tests;

/// <summary>
/// Every operation of the gateway against the operation of its verb and path in the published description.
/// </summary>
public sealed class GatewayConformanceTests
{
    /// <summary>
    /// Operations this server has and the description does not; docs/wire-compatibility.md has the reasons.
    /// </summary>
    private static readonly HashSet<string> Additions =
    [
        nameof(IFlagVerdictsGateway),
        nameof(ISearchGateway),
        nameof(ISessionsGateway),
        nameof(ISetupGateway),
        nameof(ICompanyCreditsGateway.CountHoldersAsync),
        nameof(ICompanyCreditsGateway.CountLeasesAsync),
        nameof(ICompanyCreditsGateway.GetSelfCheckAsync),
        nameof(ICompanyCreditsGateway.ListHoldersAsync),
        nameof(ICompanyCreditsGateway.ListLeasesAsync),
        nameof(ICompanyCreditsGateway.ListLedgerTotalsAsync),
        nameof(ICompanyCreditsGateway.RunSelfCheckAsync),
        nameof(IEventsGateway.CountTypesAsync),
        nameof(IEventsGateway.GetEffectsAsync),
        nameof(IEventsGateway.ReplayAsync),
        nameof(IEventsGateway.TailAsync),
        nameof(IFlagsGateway.ExplainAsync),
        nameof(IFlagsGateway.ImpactAsync),
        nameof(IFlagsGateway.ListRuleSavesAsync),
        nameof(IFlagsGateway.CountRuleSavesAsync),
        nameof(IFlagsGateway.ListUnknownAsync),
        nameof(IFlagsGateway.CountUnknownAsync),
        nameof(IFlagsGateway.ForgetUnknownAsync),
        nameof(IInsightsGateway.CountTopCompaniesAsync),
        nameof(IInsightsGateway.CountUnknownNamesAsync),
        nameof(IInsightsGateway.GetUserUsageByCompanyAsync),
        nameof(IInsightsGateway.ListFeatureUsageHistoryAsync),
        nameof(IInsightsGateway.ListTopCompaniesAsync),
        nameof(IInsightsGateway.ListUnknownNamesAsync),
        nameof(IMembersGateway.AcceptInvitationAsync),
        nameof(IMembersGateway.CountInvitationsAsync),
        nameof(IMembersGateway.DeleteInvitationAsync),
        nameof(IMembersGateway.FindInvitationAsync),
        nameof(IMembersGateway.InviteAsync),
        nameof(IMembersGateway.ListInvitationsAsync),
        nameof(IMembersGateway.UpdateMemberAsync),
        nameof(IPlanMigrationsGateway.CountMigrationCompaniesAsync),
        nameof(IPlanMigrationsGateway.CountMigrationsAsync),
        nameof(IPlanMigrationsGateway.ListMigrationCompaniesAsync),
        nameof(IPlanMigrationsGateway.RetryMigrationAsync),
        nameof(IPlansGateway.CountAudienceCompaniesAsync),
        nameof(IPlansGateway.CountChangesAsync),
        nameof(IPlansGateway.DeleteAudienceAsync),
        nameof(IPlansGateway.GetAudienceAsync),
        nameof(IPlansGateway.GetRolesAsync),
        nameof(IPlansGateway.ListAudienceCompaniesAsync),
        nameof(IPlansGateway.PreviewCompanyPlansAsync),
        nameof(IPlansGateway.UpdateAudienceAsync),
        nameof(IPlansGateway.UpdateRolesAsync),
    ];

    public static TheoryData<string, string> Operations { get; } =
    [.. All().Select(static method => (method.DeclaringType!.Name, method.Name))];

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_sends_and_reads_what_is_published(string slice, string name)
    {
        var method = All().Single(method => method.DeclaringType!.Name == slice && method.Name == name);
        var request = method.GetCustomAttribute<RequestAttribute>()!;
        var path = $"/{request.Path}";

        var operation = OpenApiDocument.Current.Operations.SingleOrDefault(operation =>
            operation.Method == request.Method.Method && Anonymous(operation.Path) == Anonymous(path)
        );

        Assert.True(operation is not null, $"{request.Method} {path} is not in the description.");
        Assert.Equal("", string.Join('\n', Differences(method, operation)));
    }

    [Fact]
    public void There_is_something_to_compare() =>
        Assert.True(Operations.Count > 40, $"Only {Operations.Count} operations were found.");

    private static IEnumerable<MethodInfo> All() =>
        typeof(SchematicGateway)
            .Assembly.GetExportedTypes()
            .Where(static type => type.IsInterface && !Additions.Contains(type.Name))
            .SelectMany(static type => type.GetMethods())
            .Where(static method => !Additions.Contains(method.Name));

    /// <summary>The names of path parameters are nobody's business but the description's.</summary>
    private static string Anonymous(string path) =>
        string.Join('/', path.Split('/').Select(static segment => segment.StartsWith('{') ? "{}" : segment));

    private static IEnumerable<string> Differences(MethodInfo method, OpenApiOperation operation)
    {
        var success = operation.Responses.Single(static response => response.Key is >= 200 and < 300).Value;
        var answer = method.ReturnType.GenericTypeArguments[0].GenericTypeArguments[0];
        foreach (var difference in WireShape.TypeDifferences(answer, success.Properties["data"].Value))
            yield return $"The answer {difference}";

        var body = method
            .GetParameters()
            .SingleOrDefault(static parameter => parameter.IsDefined(typeof(BodyAttribute)));
        if (body?.ParameterType.Name != operation.Body?.Name)
            yield return $"The body is {body?.ParameterType.Name ?? "missing"} here, and {operation.Body?.Name ?? "missing"} in the description";

        var query = method
            .GetParameters()
            .SingleOrDefault(static parameter => parameter.IsDefined(typeof(QueryAttribute)));
        foreach (var difference in QueryDifferences(query?.ParameterType, operation))
            yield return difference;
    }

    private static IEnumerable<string> QueryDifferences(Type? query, OpenApiOperation operation)
    {
        var members = query is null
            ? []
            : query.GetProperties().ToDictionary(static property => WireJson.Naming.ConvertName(property.Name));
        foreach (
            var name in members.Keys.Except(operation.QueryParameters.Keys).Where(name => !IsAddition(operation, name))
        )
            yield return $"The query has {name}, which is not in the description";
        // A client need not offer what it never says; a query it does offer is complete.
        foreach (
            var name in operation
                .QueryParameters.Values.Where(parameter => query is not null || parameter.Required)
                .Select(static parameter => parameter.Name)
                .Except(members.Keys)
        )
            yield return $"The query lacks {name}";
        foreach (var (name, member) in members.Where(member => operation.QueryParameters.ContainsKey(member.Key)))
        {
            var published = operation.QueryParameters[name];
            var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            foreach (
                var difference in WireShape
                    .TypeDifferences(type, published.Schema)
                    .Concat(LimitDifferences(member, published))
            )
                yield return $"The query's {name} {difference}";
            // The ledger here is also that of all companies.
            if (
                name == "company_id"
                && operation.Path.StartsWith("/v2/billing/credits/ledger", StringComparison.Ordinal)
            )
                continue;
            if (published.Required != member.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)))
                yield return $"The query's {name} is {(published.Required ? "required" : "optional")} in the description";
        }
    }

    /// <summary>A filter that this server has and the description does not; docs/wire-compatibility.md.</summary>
    private static bool IsAddition(OpenApiOperation operation, string parameter) =>
        (operation.Path, parameter)
            is
                (
                    "/audit-log"
                        or "/audit-log/count",
                    "api_key_id"
                        or "is_refused"
                        or "resource_id"
                        or "resource_type"
                        or "status"
                        or "user_id"
                )
                or
                ("/events", "statuses")
                or
                ("/companies" or "/companies/count", "with_feature_override_for")
                or
                ("/v2/billing/credits/ledger" or "/v2/billing/credits/ledger/count", "usage_event_id")
                or
                (
                    "/company-overrides"
                        or "/company-overrides/count",
                    "expires_after"
                        or "expires_before"
                        or "is_expired"
                        or "without_note"
                )
                or
                ("/feature-usage" or "/feature-usage/count", "include_candidates");

    /// <summary>Where this server refuses what the description leaves open; docs/wire-compatibility.md.</summary>
    private static IEnumerable<string> LimitDifferences(PropertyInfo member, OpenApiParameter published) =>
        (member.Name, published.Schema.MaxLength) switch
        {
            // A negative offset means nothing.
            (nameof(Page.Offset), _) => [],
            // The description limits what some lists are searched for, and this server all of them alike.
            ("Q", null) => WireShape.LimitDifferences(member, published.Schema with { MaxLength = 512 }),
            _ => WireShape.LimitDifferences(member, published.Schema),
        };
}
