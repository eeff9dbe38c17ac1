using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

/// <summary>A dialog about the override of one company, open.</summary>
public abstract class OverrideDialogTopic : PageContext
{
    protected const string Create = "POST /company-overrides";
    protected const string Update = "PUT /company-overrides/cmov_1";
    protected const string Get = "GET /company-overrides/cmov_1";
    protected const string Preview = "POST /company-plans/comp_1/preview";

    protected OverrideDialogTopic() =>
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(
                "GET /features",
                [
                    FlagSamples.Feature("feat_sso", "Single sign-on") with
                    {
                        FeatureType = FeatureType.Boolean,
                    },
                    FlagSamples.Feature("feat_calls", "API calls") with
                    {
                        FeatureType = FeatureType.Event,
                    },
                    FlagSamples.Feature("feat_taken", "Exports") with
                    {
                        FeatureType = FeatureType.Boolean,
                    },
                ]
            )
            .OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>(
                "GET /entity-trait-definitions",
                [CompanySamples.Definition(TraitType.Number, "contract", "seats")]
            )
            .OnData(Get, UsageSamples.Override(60))
            .OnData(Preview, new CompanyPlanPreviewResponseData { Features = [] });

    /// <summary>What the dialog was closed with; null as long as it is open.</summary>
    protected CompanyOverrideResponseData? Result { get; private set; }

    protected async Task<IRenderedComponent<DialogHost>> OpenAsync(
        Func<DialogService, Task<CompanyOverrideResponseData?>> open
    )
    {
        await EnterAsync();
        var dialogs = RenderDialogs();
        var service = Services.GetRequiredService<DialogService>();
        _ = dialogs.InvokeAsync(async () => Result = await open(service));
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-form"));
        dialogs.WaitForAssertion(() => Assert.DoesNotContain("Loading", dialogs.Markup, StringComparison.Ordinal));
        return dialogs;
    }
}
