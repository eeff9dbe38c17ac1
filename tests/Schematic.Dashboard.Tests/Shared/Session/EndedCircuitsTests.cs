using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Tests.Shared.Session;

public sealed class EndedCircuitsTests
{
    [Fact]
    public async Task Memory_is_collected_each_time_that_many_circuits_have_ended()
    {
        var collections = 0;
        var circuits = new EndedCircuits(() => collections++);
        var counts = new List<int>();

        for (var ended = 1; ended <= 2 * EndedCircuits.Many; ended++)
        {
            await circuits.OnCircuitClosedAsync(null!, TestContext.Current.CancellationToken);
            counts.Add(collections);
        }

        Assert.Equal((0, 1), (counts[EndedCircuits.Many - 2], counts[EndedCircuits.Many - 1]));
        Assert.Equal((1, 2), (counts[^2], counts[^1]));
    }
}
