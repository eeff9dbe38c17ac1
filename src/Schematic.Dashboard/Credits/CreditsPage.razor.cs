using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Credits;

public sealed partial class CreditsPage : ListPage<CreditsListQuery, BillingCreditResponseData>
{
    public override Noun Noun { get; } = new("credit", "credits");

    protected override Func<CreditsListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.Credits.CountAsync(query.ToContract(), cancellationToken);

    public override object GetKey(BillingCreditResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<BillingCreditResponseData>>> ListAsync(
        CreditsListQuery query,
        CancellationToken cancellationToken
    ) => Api.Credits.ListAsync(query.ToContract(), cancellationToken);
}
