using Schematic.Api.Hosting;

namespace Schematic.Api.Tests.Hosting;

public sealed class ApiApplicationSlicesTests
{
    [Fact]
    public void Every_slice_is_registered_once()
    {
        var slices = typeof(ApiApplication)
            .Assembly.GetTypes()
            .Where(static type => type is { IsInterface: false } && type.IsAssignableTo(typeof(ISlice)))
            .Select(static type => type.FullName)
            .Order();

        Assert.Equal(slices, ApiApplication.Slices.Select(static slice => slice.GetType().FullName).Order());
    }
}
