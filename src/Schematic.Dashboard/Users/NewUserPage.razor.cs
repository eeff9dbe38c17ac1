using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Users;

public sealed partial class NewUserPage : NewEntityPage
{
    private PageLoader<string> _company = default!;
    private string _companyId = "";

    public override string ListUrl => DashboardUrls.Users(EnvironmentId);

    protected override EntityType Type => EntityType.User;

    // In the same request: a user that exists without its company would be half of what was asked.
    protected override string? CompanyId => _companyId.Length == 0 ? null : _companyId;

    private string CompanyName =>
        _company.State is { HasValue: true, IsBusy: false } loaded ? loaded.Value! : _companyId;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        // Read once: afterwards the form is what the person has made of it.
        _companyId = ReadUrl<NewUserQuery>().CompanyId;
        _company = NewLoader<string>();
    }

    protected override Task LoadAsync() => Task.WhenAll(base.LoadAsync(), LoadCompanyAsync());

    private Task LoadCompanyAsync() =>
        _companyId is { Length: > 0 } id
            ? _company.LoadAsync(
                id,
                async cancellationToken => (await Api.Companies.GetAsync(id, cancellationToken)).Data.Name
            )
            : Task.CompletedTask;

    private async Task PickAsync()
    {
        if (
            await Dialogs.OpenFormAsync<EntityPicker, Entity>(
                "Choose a company",
                new() { [nameof(EntityPicker.Type)] = EntityType.Company }
            )
            is not { } company
        )
            return;
        _companyId = company.Id;
        _company.Set(company.Name);
    }

    private void Unpick() => _companyId = "";
}
