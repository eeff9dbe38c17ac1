using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Members;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Search;
using Schematic.Contracts.Wire;
using Schematic.Testing.Contract;

namespace Schematic.Gateway.Tests.Wire;

/// <summary>
/// Every record and enum of the contracts against the schema of its name in the published description.
/// </summary>
public sealed class ContractConformanceTests
{
    /// <summary>
    /// Where the contracts say more than the description, on purpose; docs/wire-compatibility.md has the reasons.
    /// </summary>
    private static readonly Dictionary<string, string[]> Additions = new()
    {
        ["AccountMemberResponseData"] = ["disabled_at is not in the description"],
        ["ApiError"] = ["field is not in the description"],
        ["CreateApiKeyRequestBody"] = ["scopes is not in the description"],
        ["BillingCreditBundleResponseData"] = ["currency is not in the description"],
        ["BillingCreditGrantResponseData"] = ["note is not in the description"],
        ["BillingCreditResponseData"] = ["currency is not in the description"],
        ["CreateCompanyCreditGrant"] = ["credit_bundle_id is not in the description", "note is not in the description"],
        // No type of event does without a body, and its form depends on the type.
        ["CreateEventRequestBody"] =
        [
            "body is required here, and is not in the description",
            "body is any JSON here, and object EventBody in the description",
            "body can never be without a value here, and can in the description",
        ],
        ["CreditEventLedgerResponseData"] = ["balance_after is not in the description"],
        ["CreditLeaseResponseData"] = ["spent_amount is not in the description"],
        // Described where it stands there.
        ["EventBodyIdentify"] = ["company is EventBodyIdentifyCompany here, and object in the description"],
        ["FeatureCompanyResponseData"] = ["candidates is not in the description"],
        ["FeatureUsageResponseData"] = ["candidates is not in the description"],
        ["RuleConditionDetailResponseData"] =
        [
            "credit_cost is not in the description",
            "credit_id is not in the description",
        ],
        ["UpdateFlagRulesRequestBody"] = ["comment is not in the description"],
        // Nobody owes an invoice before it is written.
        ["PublishPlanVersionRequestBody"] =
        [
            "days_until_due takes at least 0 as a value here, and any number in the description",
        ],
        // Always there in answers: the description marks nothing as required in these two.
        ["CountResponse"] =
        [
            "count is required here, and is not in the description",
            "count can never be without a value here, and can in the description",
        ],
        ["DeleteResponse"] =
        [
            "deleted is required here, and is not in the description",
            "deleted can never be without a value here, and can in the description",
        ],
    };

    /// <summary>
    /// The forms all answers and lists share, and the operations only this server has: no schema of the description has
    /// their names.
    /// </summary>
    private static readonly HashSet<string> Ours =
    [
        "Envelope",
        "Envelope`1",
        "Optional`1",
        "Page",
        "StaleError`1",
        nameof(AcceptInvitationRequestBody),
        nameof(AudienceRequestBody),
        nameof(BatchTooLarge),
        nameof(CaptureBatchRequestBody),
        nameof(CaptureResponse),
        nameof(CapturedEventRequestBody),
        nameof(CompanyPlanPreviewRequestBody),
        nameof(CompanyPlanPreviewResponseData),
        nameof(CompanyUsageResponseData),
        nameof(ComparedTrait),
        nameof(ConditionMistake),
        nameof(ConditionTerms),
        nameof(CreateInvitationRequestBody),
        nameof(CreditDifference),
        nameof(CreditDifferenceKind),
        nameof(CreditHolderResponseData),
        nameof(CreditLedgerTotal),
        nameof(CreditSelfCheckResponseData),
        nameof(EntitlementCandidateResponseData),
        nameof(EntitlementCandidateStatus),
        nameof(EntitlementChange),
        nameof(EventBodyIdentifyCompany),
        nameof(EventCounterResponseData),
        nameof(EventEffectsResponseData),
        nameof(EventTailResponseData),
        nameof(ExplainFlagRequestBody),
        nameof(ExplainFlagResponseData),
        nameof(ExplainedCondition),
        nameof(ExplainedConditionGroup),
        nameof(ExplainedOutcome),
        nameof(ExplainedRule),
        nameof(ExplainedTier),
        nameof(FeatureUsageHistoryResponseData),
        nameof(FindInvitationRequestBody),
        nameof(FlagImpactCompany),
        nameof(FlagImpactRequestBody),
        nameof(FlagImpactResponseData),
        nameof(FlagRuleSaveActor),
        nameof(FlagRuleSaveResponseData),
        nameof(FlagVerdictResponseData),
        nameof(InvitationResponseData),
        nameof(PlanAudienceProgressResponseData),
        nameof(PlanAudienceRequestBody),
        nameof(PlanAudienceResponseData),
        nameof(PlanRolesResponseData),
        nameof(PlanVersionMigrationCompanyResponseData),
        nameof(PlanVersionMigrationCompanyStatus),
        nameof(PreviewOverrideRequestBody),
        nameof(PreviewedFeatureResponseData),
        nameof(SearchHitResponseData),
        nameof(SearchKind),
        nameof(UnknownFlagResponseData),
        nameof(UnknownNameKind),
        nameof(UnknownNameResponseData),
        nameof(UpdateAccountMemberRequestBody),
        nameof(UpdatePlanRolesRequestBody),
        nameof(UserUsageByCompanyResponseData),
        nameof(UserUsageResponseData),
    ];

    /// <summary>
    /// Enums that the description spells out inside a record, where they are compared, instead of naming them.
    /// </summary>
    private static readonly HashSet<string> Nameless = ["TraitDefinitionComparableType"];

    public static TheoryData<string> Records { get; } = [.. Published(static type => !type.IsEnum)];

    public static TheoryData<string> Enums { get; } = [.. Published(static type => type.IsEnum)];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_is_its_schema(string name)
    {
        var type = Find(name);
        var schema = SchemaOf(type);
        var direction =
            type.Name.EndsWith("RequestBody", StringComparison.Ordinal)
            || type.Name.EndsWith("Input", StringComparison.Ordinal)
            || type.Name == nameof(CreateCompanyCreditGrant)
                ? WireShape.Direction.Request
                : WireShape.Direction.Response;

        List<string> differences = [.. WireShape.Differences(type, schema, direction)];

        // Our own description has them.
        var additions = OpenApiDocument.IsPublished ? Additions.GetValueOrDefault(type.Name, []) : [];
        Assert.True(additions.SequenceEqual(differences), string.Join('\n', differences));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void An_enum_has_the_published_values(string name) =>
        Assert.Equal("", string.Join('\n', WireShape.TypeDifferences(Find(name), SchemaOf(Find(name)))));

    [Fact]
    public void There_is_something_to_compare()
    {
        Assert.True(Records.Count > 50, $"Only {Records.Count} records were found.");
        Assert.True(Enums.Count > 20, $"Only {Enums.Count} enums were found.");
    }

    private static IEnumerable<string> Published(Func<Type, bool> kind) =>
        typeof(WireJson)
            .Assembly.GetExportedTypes()
            .Where(static type =>
                !type.IsInterface && !(type.IsAbstract && type.IsSealed) && !type.IsAssignableTo(typeof(Exception))
            )
            .Where(static type =>
                type.Namespace is not ("Schematic.Contracts.Setup" or "Schematic.Contracts.Sessions")
                && !type.Name.EndsWith("Query", StringComparison.Ordinal)
                && !Ours.Contains(type.Name)
                && !Nameless.Contains(type.Name)
                // Our own description has nothing that no operation speaks of.
                && (OpenApiDocument.IsPublished || OpenApiDocument.Current.Schema(type.Name) is not null)
            )
            .Where(kind)
            .Select(static type => type.FullName!)
            .Order(StringComparer.Ordinal);

    private static Type Find(string name) => typeof(WireJson).Assembly.GetType(name, throwOnError: true)!;

    private static OpenApiSchema SchemaOf(Type type)
    {
        var schema = OpenApiDocument.Current.Schema(type.Name);
        Assert.True(
            schema is not null,
            $"The description has no schema {type.Name}: a contract is named as the schema it stands for."
        );
        return schema;
    }
}
